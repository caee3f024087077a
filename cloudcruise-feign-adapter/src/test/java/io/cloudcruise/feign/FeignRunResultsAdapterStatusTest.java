package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.adapterTo;
import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.InvalidRequestException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UsageLimitExceededException;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeignRunResultsAdapterStatusTest {

  private static void isAnsweredWith(
      Class<? extends RunResultsException> type, int status, boolean retryable) {
    try (var server = HostileServer.responding(RawResponse.status(status).body(TestRun.JSON));
        var adapter = adapterTo(server)) {

      RunResultsException errorResponse = failure(type, adapter);

      assertThat(errorResponse.httpStatus()).hasValue(status);
      assertThat(errorResponse.sessionId()).hasValue(TestRun.ID);
      assertThat(errorResponse.isRetryable()).isEqualTo(retryable);
      assertThat(errorResponse).hasNoCause();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 405, 406, 407, 409, 410, 413, 414, 415, 418, 422, 431, 451, 499})
  void theRestOf4xxIsAnInvalidRequest(int status) {
    isAnsweredWith(InvalidRequestException.class, status, false);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void keysThatAreRefusedAreAccessDenied(int status) {
    isAnsweredWith(AccessDeniedException.class, status, false);
  }

  @Test
  void aChallengeIsAccessDeniedToo() {
    RawResponse challenge = RawResponse.status(401).header("WWW-Authenticate", "Basic realm=\"x\"");

    assertThat(failure(AccessDeniedException.class, challenge).httpStatus()).hasValue(401);
  }

  @Test
  void paymentRequiredIsAUsageLimit() {
    isAnsweredWith(UsageLimitExceededException.class, 402, false);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 421, 425, 500, 501, 502, 503, 504, 505, 507, 508, 511, 520, 529, 599})
  void requestTimeoutAnd5xxAreUnavailable(int status) {
    isAnsweredWith(UnavailableException.class, status, true);
  }

  @Test
  void tooManyRequestsAreRateLimited() {
    isAnsweredWith(RateLimitedException.class, 429, true);
  }

  @ParameterizedTest
  @ValueSource(ints = {600, 700, 999})
  void statusesThatHttpDoesNotHaveAreViolations(int status) {
    isAnsweredWith(ContractViolationException.class, status, false);
    ContractViolationException violation =
        failure(ContractViolationException.class, RawResponse.status(status));
    assertThat(violation.found()).isEqualTo("another status");
  }

  @Test
  void notFoundIsEmptyWhateverItsBodySays() {
    try (var server = HostileServer.responding(RawResponse.status(404).body(TestRun.JSON));
        var adapter = adapterTo(server)) {
      assertThat(adapter.find(TestRun.ID)).isEmpty();
    }
  }

  @Test
  void aUsageLimitTellsReasonUsageAndLimit() {
    RawResponse response =
        RawResponse.status(402)
            .body("{\"reason\":\"NO_PAYMENT_METHOD\",\"currentUsage\":10.125,\"limit\":\"10\"}");

    UsageLimitExceededException exceeded = failure(UsageLimitExceededException.class, response);

    assertThat(exceeded.reason()).hasValue("NO_PAYMENT_METHOD");
    assertThat(exceeded.usage()).hasValue(new BigDecimal("10.125"));
    assertThat(exceeded.limit()).hasValue(new BigDecimal("10"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"limit\":1e999999999,\"currentUsage\":\"1e999999999\"}",
        "",
        "<html>",
        "[]",
        "{\"reason\":\"pay, please\",\"currentUsage\":\"much\",\"limit\":null}",
        "{\"reason\":{},\"currentUsage\":[1],\"limit\":true}",
        "{\"currentUsage\":1111111111111111111111111111111111111111}"
      })
  void aUsageLimitWithoutUsableDetailsIsOneAllTheSame(String body) {
    UsageLimitExceededException exceeded =
        failure(UsageLimitExceededException.class, RawResponse.status(402).body(body));

    assertThat(exceeded.reason()).isEmpty();
    assertThat(exceeded.usage()).isEmpty();
    assertThat(exceeded.limit()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "1, PT1S",
    "1.5, PT1.5S",
    "0.0000000001, PT0.000000001S",
    "' 7 ', PT7S",
    "999999999, PT277777H46M39S",
    "'Thu, 01 Jan 2026 00:01:00 GMT', PT1M",
    "'Wed, 31 Dec 2025 00:00:00 GMT', PT0S",
  })
  void theWaitAskedForIsRead(String header, Duration wait) {
    Clock newYear = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    for (int status : new int[] {429, 503}) {
      RawResponse response = RawResponse.status(status).header("retry-after", header);
      RunResultsException errorResponse =
          failure(
              RunResultsException.class,
              response,
              builder -> builder.responses(it -> it.clock(newYear)));
      assertThat(waitOf(errorResponse)).isEqualTo(wait);
    }
  }

  private static Duration waitOf(RunResultsException errorResponse) {
    return errorResponse instanceof RateLimitedException limited
        ? limited.retryAfter().orElseThrow()
        : ((UnavailableException) errorResponse).retryAfter().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "soon", "1e9", "NaN", "99999999999999999999", "1,5", "0x10"})
  void aWaitThatMakesNoSenseIsNotStated(String header) {
    RawResponse response = RawResponse.status(429).header("Retry-After", header);

    assertThat(failure(RateLimitedException.class, response).retryAfter()).isEmpty();
  }

  @Test
  void theWaitMayStandInTheBody() {
    RawResponse response = RawResponse.status(429).body("{\"x\":[{}],\"retryAfterSeconds\":2.5}");

    assertThat(failure(RateLimitedException.class, response).retryAfter())
        .hasValue(Duration.ofMillis(2500));
  }

  @Test
  void theHeaderCountsMoreThanTheBody() {
    RawResponse response =
        RawResponse.status(429).header("Retry-After", "3").body("{\"retryAfterSeconds\":9}");

    assertThat(failure(RateLimitedException.class, response).retryAfter())
        .hasValue(Duration.ofSeconds(3));
  }
}
