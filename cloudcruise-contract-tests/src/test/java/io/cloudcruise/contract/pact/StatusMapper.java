package io.cloudcruise.contract.pact;

import static io.cloudcruise.contract.pact.Claim.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.InvalidRequestException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UsageLimitExceededException;
import java.time.Duration;
import java.util.List;

/** Answers that are no run. Which one they are, the status alone says. */
final class StatusMapper {
  private StatusMapper() {}

  static List<Kind> kinds() {
    return List.of(
        plain("a request that is not accepted", "bad-request", 400, InvalidRequestException.class),
        plain("a key that is not accepted", "unauthorized", 401, AccessDeniedException.class),
        usageLimit(),
        plain("a key that may not read the run", "forbidden", 403, AccessDeniedException.class),
        unknownRun(),
        rateLimited(),
        brokenPlatform(),
        maintenance());
  }

  private static Kind plain(
      String description, String scenario, int status, Class<? extends RunResultsException> type) {
    return new Kind(
        description,
        scenario,
        Answer.of(status),
        failure(type, status, refused -> assertThat(refused.isRetryable()).isFalse()));
  }

  private static Kind usageLimit() {
    return new Kind(
        "a workspace that used up its hours",
        "usage-limit",
        Answer.of(
            402,
            body ->
                body.stringType("reason", "NO_PAYMENT_METHOD")
                    .numberType("currentUsage", 10.125)
                    .numberType("limit", 10)),
        failure(
            UsageLimitExceededException.class,
            402,
            refused -> {
              assertThat(refused.reason()).hasValue("NO_PAYMENT_METHOD");
              assertThat(refused.usage()).isPresent();
              assertThat(refused.limit()).isPresent();
            }));
  }

  private static Kind unknownRun() {
    return new Kind("a run that nobody knows", "not-found", Answer.of(404), Claim.absence());
  }

  private static Kind rateLimited() {
    return new Kind(
        "too many requests",
        "rate-limited",
        Answer.retryAfter("1", Answer.of(429, body -> body.integerType("retryAfterSeconds", 1))),
        failure(
            RateLimitedException.class,
            429,
            refused -> assertThat(refused.retryAfter()).hasValue(Duration.ofSeconds(1))));
  }

  private static Kind brokenPlatform() {
    return new Kind(
        "a platform that broke",
        "server-error",
        Answer.of(500),
        failure(
            UnavailableException.class,
            500,
            refused -> {
              assertThat(refused.isRetryable()).isTrue();
              assertThat(refused.retryAfter()).isEmpty();
            }));
  }

  private static Kind maintenance() {
    return new Kind(
        "a platform that is down and says for how long",
        "unavailable",
        Answer.retryAfter("5", Answer.of(503)),
        failure(
            UnavailableException.class,
            503,
            refused -> assertThat(refused.retryAfter()).hasValue(Duration.ofSeconds(5))));
  }
}
