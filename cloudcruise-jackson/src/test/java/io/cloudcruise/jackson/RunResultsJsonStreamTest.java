package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.decode;
import static io.cloudcruise.jackson.ResponseDecoderRig.fixture;
import static io.cloudcruise.jackson.ResponseDecoderRig.response;
import static io.cloudcruise.jackson.ResponseDecoderRig.utf8;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.cloudcruise.core.model.RunResults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunResultsJsonStreamTest {
  private static final RunResultsJson JSON = RunResultsJson.create();

  @ParameterizedTest
  @MethodSource("io.cloudcruise.jackson.ResponseDecoderRig#fixtures")
  void writesTheSameToAStreamWhichItFlushesAndLeavesOpen(String fixture) throws IOException {
    RunResults results = JSON.read(fixture(fixture));
    WatchedStream out = new WatchedStream();

    JSON.write(results, out);

    assertThat(out.toByteArray()).isEqualTo(utf8(JSON.write(results)));
    assertThat(out.unflushed).isFalse();
    assertThat(out.closed).isFalse();
  }

  @Test
  void tellsThatAStreamCannotBeWrittenTo() {
    RunResults results = decode(response("\"data\":1"));

    assertThatIOException()
        .isThrownBy(() -> JSON.write(results, new FullStream()))
        .withMessage("disk full");
  }

  private static final class WatchedStream extends ByteArrayOutputStream {
    boolean unflushed;
    boolean closed;

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      super.write(bytes, from, length);
      unflushed = true;
    }

    @Override
    public void flush() {
      unflushed = false;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static final class FullStream extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      throw new IOException("disk full");
    }
  }

  @Test
  void writesSecretsInClearOnlyIfAsked() throws IOException {
    RunResults results =
        decode(
            response("\"input_variables\":{\"pin\":\"open\"},\"encrypted_variables\":[\"pin\"]"));
    ByteArrayOutputStream masked = new ByteArrayOutputStream();
    ByteArrayOutputStream revealed = new ByteArrayOutputStream();

    JSON.write(results, masked);
    JSON.writeRevealed(results, revealed);

    assertThat(masked.toString(UTF_8)).contains("***").doesNotContain("open");
    assertThat(revealed.toString(UTF_8)).contains("\"open\"").doesNotContain("***");
  }
}
