package io.cloudcruise.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedBytesTest {
  private static final int CHUNK = 64 << 10;

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  /** Hands out at most a thousand bytes at a time, as streams may. */
  private static InputStream sparing(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        return super.read(into, from, Math.min(length, 1_000));
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 1})
  void allIsReadUpToTheCeiling(int size) throws IOException {
    byte[] bytes = bytes(size);

    assertThat(BoundedBytes.read(sparing(bytes), size, () -> {})).hasValue(bytes);
    assertThat(BoundedBytes.read(sparing(bytes), size + CHUNK, () -> {})).hasValue(bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, CHUNK, CHUNK + 1, 3 * CHUNK})
  void ofMoreThanTheCeilingNoMoreThanOneByteIsRead(int size) throws IOException {
    InputStream in = sparing(bytes(size + CHUNK));

    assertThat(BoundedBytes.read(in, size - 1, () -> {})).isEmpty();
    assertThat(in.available()).isEqualTo(CHUNK);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 70})
  void readingCanBeEndedBeforeEachRead(int end) {
    InputStream in = sparing(bytes(2 * CHUNK));
    AtomicInteger reads = new AtomicInteger();
    Runnable impatient =
        () -> {
          if (reads.incrementAndGet() == end) {
            throw new IllegalStateException("enough");
          }
        };

    assertThatIllegalStateException()
        .isThrownBy(() -> BoundedBytes.read(in, 2 * CHUNK, impatient))
        .withMessage("enough");
    assertThat(reads).hasValue(end);
  }
}
