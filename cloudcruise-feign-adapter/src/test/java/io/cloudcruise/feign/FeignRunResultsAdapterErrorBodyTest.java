package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.SOON;
import static io.cloudcruise.feign.TestRun.adapterTo;
import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UsageLimitExceededException;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of an error response's body, the status alone decides. */
@Timeout(20)
class FeignRunResultsAdapterErrorBodyTest {
  private static final String REASON = "{\"reason\":\"NO_PAYMENT_METHOD\"}";

  @Test
  void aBodyThatStallsEndsAtTheDeadline() {
    RateLimitedException limited =
        failure(
            RateLimitedException.class,
            peer -> {
              peer.write(
                  RawResponse.status(429).header("Retry-After", "3").contentLength(100).head());
              peer.write("{");
              peer.stall();
            },
            builder -> builder.deadline(SOON));

    assertThat(limited.retryAfter()).hasValue(Duration.ofSeconds(3));
  }

  @Test
  void aBodyThatDripsForEverEndsAtTheDeadline() {
    UnavailableException unavailable =
        failure(
            UnavailableException.class,
            peer -> {
              peer.write("HTTP/1.1 503 No\r\n\r\n");
              peer.drip(' ');
            },
            builder -> builder.deadline(SOON));

    assertThat(unavailable.httpStatus()).hasValue(503);
  }

  @Test
  void theStalledBodyOfNotFoundEndsAtTheDeadlineAsEmpty() {
    try (var server =
            HostileServer.onRequest(
                peer -> {
                  peer.write(RawResponse.status(404).contentLength(100).head());
                  peer.stall();
                });
        var adapter = adapterTo(server.baseUrl()).deadline(SOON).build()) {
      assertThat(adapter.find(TestRun.ID)).isEmpty();
    }
  }

  @Test
  void aBodyThatIsNotWaitedForEndsWithItsConnection() throws Exception {
    try (var server =
            HostileServer.onRequest(
                peer -> {
                  peer.write(RawResponse.status(503).contentLength(100).head());
                  peer.stall();
                });
        var adapter = adapterTo(server.baseUrl()).deadline(SOON).build()) {

      failure(UnavailableException.class, adapter);

      assertThat(server.seesClientLeave()).isTrue();
    }
  }

  /** Often, since who is faster decides whether the client remembers the status. */
  @RepeatedTest(100)
  void aBodyThatIsCutOffIsDropped() {
    AccessDeniedException denied =
        failure(
            AccessDeniedException.class,
            peer -> {
              peer.write(RawResponse.status(401).contentLength(100).head());
              peer.write("{");
              peer.hangUp();
            });

    assertThat(denied.httpStatus()).hasValue(401);
  }

  @Test
  void aBodyWithoutEndIsDroppedAtItsCeiling() {
    UsageLimitExceededException exceeded =
        failure(
            UsageLimitExceededException.class,
            peer -> {
              peer.write("HTTP/1.1 402 Pay\r\n\r\n" + REASON);
              peer.flood(" ".repeat(8192));
            });

    assertThat(exceeded.reason()).isEmpty();
  }

  @Test
  void aBodyOverItsCeilingIsDropped() {
    String body = REASON + " ".repeat(64 << 10);

    UsageLimitExceededException exceeded =
        failure(UsageLimitExceededException.class, RawResponse.status(402).body(body));

    assertThat(exceeded.reason()).isEmpty();
  }

  @Test
  void theCeilingCanBeSet() {
    RawResponse response = RawResponse.status(402).body(REASON);

    UsageLimitExceededException exactly =
        failure(
            UsageLimitExceededException.class,
            response,
            builder -> builder.responses(it -> it.maxErrorBytes(REASON.length())));
    UsageLimitExceededException over =
        failure(
            UsageLimitExceededException.class,
            response,
            builder -> builder.responses(it -> it.maxErrorBytes(REASON.length() - 1)));

    assertThat(exactly.reason()).isPresent();
    assertThat(over.reason()).isEmpty();
  }

  @Test
  void aBodyInGzipIsRead() {
    byte[] gzip = RawResponse.gzip(REASON.getBytes(StandardCharsets.UTF_8));
    RawResponse response = RawResponse.status(402).header("Content-Encoding", "gzip").body(gzip);

    assertThat(failure(UsageLimitExceededException.class, response).reason())
        .hasValue("NO_PAYMENT_METHOD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "deflate", "gzip, gzip", "nonsense"})
  void aBodyThatIsNotCodedAsStatedIsDropped(String coding) {
    RawResponse response = RawResponse.status(402).header("Content-Encoding", coding).body(REASON);

    assertThat(failure(UsageLimitExceededException.class, response).reason()).isEmpty();
  }

  @Test
  void aBombIsDropped() {
    byte[] bomb = RawResponse.gzip(new byte[10 << 20]);
    RawResponse response = RawResponse.status(402).header("Content-Encoding", "gzip").body(bomb);

    assertThat(failure(UsageLimitExceededException.class, response).reason()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void aBodyThatIsNestedDeeplyIsDropped(String level) {
    String body = REASON.replace("}", ",\"x\":") + level.repeat(10_000);

    assertThat(
            failure(UsageLimitExceededException.class, RawResponse.status(402).body(body)).reason())
        .isEmpty();
  }
}
