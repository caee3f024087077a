package io.cloudcruise.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ByteStreamTest {
  private static final long MAX_WAIT = Duration.ofSeconds(20).toNanos();
  private static final int AHEAD = 16;

  private final ByteStream stream = new ByteStream();
  private final Asked asked = new Asked();

  /** Counts what it is asked for. */
  private static final class Asked implements Subscription {
    private final AtomicLong pieces = new AtomicLong();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    @Override
    public void request(long more) {
      pieces.addAndGet(more);
    }

    @Override
    public void cancel() {
      cancelled.set(true);
    }
  }

  private static List<ByteBuffer> piece(int value) {
    return List.of(ByteBuffer.wrap(new byte[] {(byte) value}));
  }

  /** 200 MB in pieces of 16 KB are more than 12,000, of which 16 at a time are somewhere. */
  @Test
  void asksForAsManyPiecesAsWereTakenAndSixteen() throws Exception {
    stream.onSubscribe(asked);
    assertThat(asked.pieces).hasValue(AHEAD);

    for (int taken = 1; taken <= 12_800; taken++) {
      stream.onNext(piece(taken));
      assertThat(stream.next(MAX_WAIT)).isEqualTo(piece(taken));
      assertThat(asked.pieces).hasValue(AHEAD + taken);
    }
  }

  @Test
  void endsWhenAllWasTaken() throws Exception {
    stream.onSubscribe(asked);
    stream.onNext(piece(1));
    stream.onComplete();

    assertThat(stream.next(MAX_WAIT)).isEqualTo(piece(1));
    assertThat(stream.next(MAX_WAIT)).isNull();
  }

  @Test
  void breaksWhenAllThatCameWasTaken() throws Exception {
    IOException reset = new IOException("reset");
    stream.onSubscribe(asked);
    stream.onNext(piece(1));
    stream.onError(reset);

    assertThat(stream.next(MAX_WAIT)).isEqualTo(piece(1));
    assertThatIOException().isThrownBy(() -> stream.next(MAX_WAIT)).isSameAs(reset);
  }

  @Test
  void anyFailureIsAnIoException() {
    stream.onSubscribe(asked);
    stream.onError(new IllegalStateException("odd"));

    assertThatIOException()
        .isThrownBy(() -> stream.next(MAX_WAIT))
        .withCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void silenceHasAnEnd() {
    stream.onSubscribe(asked);

    assertThatExceptionOfType(ByteStream.IdleTimeoutException.class)
        .isThrownBy(() -> stream.next(1));
  }

  @Test
  void brokenOffItHandsNothingMoreOut() {
    stream.onSubscribe(asked);
    stream.onNext(piece(1));

    stream.breakOff();

    assertThat(asked.cancelled).isTrue();
    assertThatIOException().isThrownBy(() -> stream.next(MAX_WAIT)).withMessage("closed");
  }

  @Test
  void brokenOffBeforeItBeganItAsksForNothing() {
    stream.breakOff();

    stream.onSubscribe(asked);

    assertThat(asked.cancelled).isTrue();
    assertThat(asked.pieces).hasValue(0);
    assertThatIOException().isThrownBy(() -> stream.next(MAX_WAIT)).withMessage("closed");
  }

  @Test
  void cancelledItAsksForNothingMore() throws Exception {
    stream.onSubscribe(asked);
    stream.onNext(piece(1));

    stream.cancel();

    assertThat(asked.cancelled).isTrue();
    assertThat(stream.next(MAX_WAIT)).isEqualTo(piece(1));
    assertThat(asked.pieces).hasValue(AHEAD);
  }

  /** Whoever comes first, nobody waits and the other side hears that it is over. */
  @RepeatedTest(200)
  void aBreakOffThatRacesWithTheBeginningIsHeard() throws Exception {
    Thread client =
        new Thread(
            () -> {
              stream.onSubscribe(asked);
              stream.onNext(piece(1));
            });
    client.start();

    stream.breakOff();

    assertThatIOException().isThrownBy(() -> stream.next(MAX_WAIT)).withMessage("closed");
    client.join();
    assertThat(asked.cancelled).isTrue();
  }
}
