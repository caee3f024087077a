package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.ContractViolation;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawAnswer;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FeignRunResultsAdapterCeilingsTest {
  private static final int LENGTH = TestRun.JSON.length();

  private static void fits(
      RawAnswer answer, UnaryOperator<FeignRunResultsAdapter.Builder> options) {
    try (var server = HostileServer.answering(answer);
        var adapter = options.apply(TestRun.adapterTo(server.baseUrl())).build()) {
      assertThat(adapter.find(TestRun.ID)).isPresent();
    }
  }

  private static void isTooMuch(
      RawAnswer answer, UnaryOperator<FeignRunResultsAdapter.Builder> options) {
    ContractViolation violation = failure(ContractViolation.class, answer, options);

    assertThat(violation.found()).isEqualTo("more");
    assertThat(violation.httpStatus()).hasValue(200);
  }

  private static RawAnswer with(String data) {
    return RawAnswer.status(200).body(TestRun.jsonWith(data));
  }

  @Test
  void anAnswerAsLongAsTheCeilingFits() {
    fits(TestRun.answer(), builder -> builder.maxAnswerBytes(LENGTH));
  }

  @Test
  void anAnswerOverTheCeilingIsAViolation() {
    isTooMuch(TestRun.answer(), builder -> builder.maxAnswerBytes(LENGTH - 1));
  }

  @Test
  void chunksOverTheCeilingAreAViolation() {
    ContractViolation violation =
        failure(
            ContractViolation.class,
            peer -> {
              peer.write(RawAnswer.status(200).chunked().head());
              peer.flood(RawAnswer.chunk(" ".repeat(8000)));
            },
            builder -> builder.maxAnswerBytes(100_000));

    assertThat(violation.expected()).isEqualTo("at most 100000 bytes");
  }

  @Test
  void whatIsStatedToBeOverTheCeilingIsNotWaitedFor() {
    ContractViolation violation =
        failure(
            ContractViolation.class,
            peer -> {
              peer.write(RawAnswer.status(200).contentLength(100_001).head());
              peer.stall();
            },
            builder -> builder.maxAnswerBytes(100_000));

    assertThat(violation.expected()).isEqualTo("at most 100000 bytes");
  }

  @Test
  void anAnswerWithoutEndIsAViolation() {
    ContractViolation violation =
        failure(
            ContractViolation.class,
            peer -> {
              peer.write("HTTP/1.1 200 OK\r\n\r\n");
              peer.flood(" ".repeat(8000));
            },
            builder -> builder.maxAnswerBytes(100_000));

    assertThat(violation.found()).isEqualTo("more");
  }

  @Test
  void inflatedBytesOverTheCeilingAreAViolation() {
    byte[] gzip =
        RawAnswer.gzip(TestRun.jsonWith(" ".repeat(9000) + "1").getBytes(StandardCharsets.UTF_8));
    RawAnswer answer = RawAnswer.status(200).header("Content-Encoding", "gzip").body(gzip);

    isTooMuch(answer, builder -> builder.maxAnswerBytes(9000));
    fits(answer, builder -> builder.maxAnswerBytes(9000 + LENGTH));
  }

  @Test
  void nestingOverTheCeilingIsAViolation() {
    RawAnswer answer = with("[".repeat(19) + "]".repeat(19));

    fits(answer, builder -> builder.maxJsonDepth(20));
    isTooMuch(answer, builder -> builder.maxJsonDepth(19));
  }

  @Test
  void nestingWithoutEndIsAViolation() {
    isTooMuch(with("[".repeat(1_000_000)), builder -> builder);
    isTooMuch(with("{\"a\":".repeat(100_000)), builder -> builder);
  }

  @Test
  void aStringOverTheCeilingIsAViolation() {
    RawAnswer answer =
        RawAnswer.status(200).body(TestRun.JSON.replace("execution.success", "x".repeat(100_000)));

    fits(answer, builder -> builder.maxStringLength(100_000));
    isTooMuch(answer, builder -> builder.maxStringLength(50_000));
  }

  @Test
  void tokensOverTheCeilingAreAViolation() {
    RawAnswer answer = with("[" + "1,".repeat(999) + "1]");

    fits(answer, builder -> builder.maxTokens(1010));
    isTooMuch(answer, builder -> builder.maxTokens(1000));
  }
}
