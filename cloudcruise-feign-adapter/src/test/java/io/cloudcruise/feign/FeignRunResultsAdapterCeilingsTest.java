package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FeignRunResultsAdapterCeilingsTest {
  private static final int LENGTH = TestRun.JSON.length();

  private static void fits(
      RawResponse response, UnaryOperator<FeignRunResultsAdapter.Builder> options) {
    try (var server = HostileServer.responding(response);
        var adapter = options.apply(TestRun.adapterTo(server.baseUrl())).build()) {
      assertThat(adapter.find(TestRun.ID)).isPresent();
    }
  }

  private static void isTooMuch(
      RawResponse response, UnaryOperator<FeignRunResultsAdapter.Builder> options) {
    ContractViolationException violation =
        failure(ContractViolationException.class, response, options);

    assertThat(violation.found()).isEqualTo("more");
    assertThat(violation.httpStatus()).hasValue(200);
  }

  private static RawResponse with(String data) {
    return RawResponse.status(200).body(TestRun.jsonWith(data));
  }

  @Test
  void aResponseAsLongAsTheCeilingFits() {
    fits(TestRun.response(), builder -> builder.responses(it -> it.maxResponseBytes(LENGTH)));
  }

  @Test
  void aResponseOverTheCeilingIsAViolation() {
    isTooMuch(
        TestRun.response(), builder -> builder.responses(it -> it.maxResponseBytes(LENGTH - 1)));
  }

  @Test
  void chunksOverTheCeilingAreAViolation() {
    ContractViolationException violation =
        failure(
            ContractViolationException.class,
            peer -> {
              peer.write(RawResponse.status(200).chunked().head());
              peer.flood(RawResponse.chunk(" ".repeat(8000)));
            },
            builder -> builder.responses(it -> it.maxResponseBytes(100_000)));

    assertThat(violation.expected()).isEqualTo("at most 100000 bytes");
  }

  @Test
  void aContentLengthOverTheCeilingFailsAtOnce() {
    ContractViolationException violation =
        failure(
            ContractViolationException.class,
            peer -> {
              peer.write(RawResponse.status(200).contentLength(100_001).head());
              peer.stall();
            },
            builder -> builder.responses(it -> it.maxResponseBytes(100_000)));

    assertThat(violation.expected()).isEqualTo("at most 100000 bytes");
  }

  @Test
  void aResponseWithoutEndIsAViolation() {
    ContractViolationException violation =
        failure(
            ContractViolationException.class,
            peer -> {
              peer.write("HTTP/1.1 200 OK\r\n\r\n");
              peer.flood(" ".repeat(8000));
            },
            builder -> builder.responses(it -> it.maxResponseBytes(100_000)));

    assertThat(violation.found()).isEqualTo("more");
  }

  @Test
  void inflatedBytesOverTheCeilingAreAViolation() {
    byte[] gzip =
        RawResponse.gzip(TestRun.jsonWith(" ".repeat(9000) + "1").getBytes(StandardCharsets.UTF_8));
    RawResponse response = RawResponse.status(200).header("Content-Encoding", "gzip").body(gzip);

    isTooMuch(response, builder -> builder.responses(it -> it.maxResponseBytes(9000)));
    fits(response, builder -> builder.responses(it -> it.maxResponseBytes(9000 + LENGTH)));
  }

  @Test
  void nestingOverTheCeilingIsAViolation() {
    RawResponse response = with("[".repeat(19) + "]".repeat(19));

    fits(response, builder -> builder.responses(it -> it.maxJsonDepth(20)));
    isTooMuch(response, builder -> builder.responses(it -> it.maxJsonDepth(19)));
  }

  @Test
  void nestingWithoutEndIsAViolation() {
    isTooMuch(with("[".repeat(1_000_000)), builder -> builder);
    isTooMuch(with("{\"a\":".repeat(100_000)), builder -> builder);
  }

  @Test
  void aStringOverTheCeilingIsAViolation() {
    RawResponse response =
        RawResponse.status(200)
            .body(TestRun.JSON.replace("execution.success", "x".repeat(100_000)));

    fits(response, builder -> builder.responses(it -> it.maxStringLength(100_000)));
    isTooMuch(response, builder -> builder.responses(it -> it.maxStringLength(50_000)));
  }

  @Test
  void tokensOverTheCeilingAreAViolation() {
    RawResponse response = with("[" + "1,".repeat(999) + "1]");

    fits(response, builder -> builder.responses(it -> it.maxTokens(1010)));
    isTooMuch(response, builder -> builder.responses(it -> it.maxTokens(1000)));
  }
}
