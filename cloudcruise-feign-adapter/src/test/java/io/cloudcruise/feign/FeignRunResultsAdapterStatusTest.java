package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.adapterTo;
import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.AccessDenied;
import io.cloudcruise.core.port.ContractViolation;
import io.cloudcruise.core.port.InvalidRequest;
import io.cloudcruise.core.port.RateLimited;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.Unavailable;
import io.cloudcruise.core.port.UsageLimitExceeded;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawAnswer;
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
    try (var server = HostileServer.answering(RawAnswer.status(status).body(TestRun.JSON));
        var adapter = adapterTo(server)) {

      RunResultsException refusal = failure(type, adapter);

      assertThat(refusal.httpStatus()).hasValue(status);
      assertThat(refusal.sessionId()).hasValue(TestRun.ID);
      assertThat(refusal.isRetryable()).isEqualTo(retryable);
      assertThat(refusal).hasNoCause();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {400, 405, 406, 407, 409, 410, 413, 414, 415, 418, 421, 422, 425, 431, 451, 499})
  void theRestOf4xxIsAnInvalidRequest(int status) {
    isAnsweredWith(InvalidRequest.class, status, false);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void keysThatAreRefusedAreAccessDenied(int status) {
    isAnsweredWith(AccessDenied.class, status, false);
  }

  @Test
  void aChallengeIsAccessDeniedToo() {
    RawAnswer challenge = RawAnswer.status(401).header("WWW-Authenticate", "Basic realm=\"x\"");

    assertThat(failure(AccessDenied.class, challenge).httpStatus()).hasValue(401);
  }

  @Test
  void paymentRequiredIsAUsageLimit() {
    isAnsweredWith(UsageLimitExceeded.class, 402, false);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 501, 502, 503, 504, 505, 507, 508, 511, 520, 529, 599})
  void requestTimeoutAnd5xxAreUnavailable(int status) {
    isAnsweredWith(Unavailable.class, status, true);
  }

  @Test
  void tooManyRequestsAreRateLimited() {
    isAnsweredWith(RateLimited.class, 429, true);
  }

  @ParameterizedTest
  @ValueSource(ints = {600, 700, 999})
  void statusesThatHttpDoesNotHaveAreViolations(int status) {
    isAnsweredWith(ContractViolation.class, status, false);
    ContractViolation violation = failure(ContractViolation.class, RawAnswer.status(status));
    assertThat(violation.found()).isEqualTo("another status");
  }

  @Test
  void notFoundIsEmptyWhateverItsBodySays() {
    try (var server = HostileServer.answering(RawAnswer.status(404).body(TestRun.JSON));
        var adapter = adapterTo(server)) {
      assertThat(adapter.find(TestRun.ID)).isEmpty();
    }
  }

  @Test
  void aUsageLimitTellsReasonUsageAndLimit() {
    RawAnswer answer =
        RawAnswer.status(402)
            .body("{\"reason\":\"NO_PAYMENT_METHOD\",\"currentUsage\":10.125,\"limit\":\"10\"}");

    UsageLimitExceeded exceeded = failure(UsageLimitExceeded.class, answer);

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
    UsageLimitExceeded exceeded =
        failure(UsageLimitExceeded.class, RawAnswer.status(402).body(body));

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
      RawAnswer answer = RawAnswer.status(status).header("retry-after", header);
      RunResultsException refusal =
          failure(RunResultsException.class, answer, builder -> builder.clock(newYear));
      assertThat(waitOf(refusal)).isEqualTo(wait);
    }
  }

  private static Duration waitOf(RunResultsException refusal) {
    return refusal instanceof RateLimited limited
        ? limited.retryAfter().orElseThrow()
        : ((Unavailable) refusal).retryAfter().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "soon", "1e9", "NaN", "99999999999999999999", "1,5", "0x10"})
  void aWaitThatMakesNoSenseIsNotStated(String header) {
    RawAnswer answer = RawAnswer.status(429).header("Retry-After", header);

    assertThat(failure(RateLimited.class, answer).retryAfter()).isEmpty();
  }

  @Test
  void theWaitMayStandInTheBody() {
    RawAnswer answer = RawAnswer.status(429).body("{\"x\":[{}],\"retryAfterSeconds\":2.5}");

    assertThat(failure(RateLimited.class, answer).retryAfter()).hasValue(Duration.ofMillis(2500));
  }

  @Test
  void theHeaderCountsMoreThanTheBody() {
    RawAnswer answer =
        RawAnswer.status(429).header("Retry-After", "3").body("{\"retryAfterSeconds\":9}");

    assertThat(failure(RateLimited.class, answer).retryAfter()).hasValue(Duration.ofSeconds(3));
  }
}
