package io.cloudcruise.contract.pact;

import static io.cloudcruise.contract.pact.Claim.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.AccessDenied;
import io.cloudcruise.core.port.InvalidRequest;
import io.cloudcruise.core.port.RateLimited;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.Unavailable;
import io.cloudcruise.core.port.UsageLimitExceeded;
import java.time.Duration;
import java.util.List;

/** Answers that are no run. Which one they are, the status alone says. */
final class Refusals {
  private Refusals() {}

  static List<Meaning> meanings() {
    return List.of(
        plain("a request that is not accepted", "bad-request", 400, InvalidRequest.class),
        plain("a key that is not accepted", "unauthorized", 401, AccessDenied.class),
        usageLimit(),
        plain("a key that may not read the run", "forbidden", 403, AccessDenied.class),
        unknownRun(),
        rateLimited(),
        brokenPlatform(),
        maintenance());
  }

  private static Meaning plain(
      String description, String scenario, int status, Class<? extends RunResultsException> type) {
    return new Meaning(
        description,
        scenario,
        Answer.of(status),
        refusal(type, status, refused -> assertThat(refused.isRetryable()).isFalse()));
  }

  private static Meaning usageLimit() {
    return new Meaning(
        "a workspace that used up its hours",
        "usage-limit",
        Answer.of(
            402,
            body ->
                body.stringType("reason", "NO_PAYMENT_METHOD")
                    .numberType("currentUsage", 10.125)
                    .numberType("limit", 10)),
        refusal(
            UsageLimitExceeded.class,
            402,
            refused -> {
              assertThat(refused.reason()).hasValue("NO_PAYMENT_METHOD");
              assertThat(refused.usage()).isPresent();
              assertThat(refused.limit()).isPresent();
            }));
  }

  private static Meaning unknownRun() {
    return new Meaning("a run that nobody knows", "not-found", Answer.of(404), Claim.absence());
  }

  private static Meaning rateLimited() {
    return new Meaning(
        "too many requests",
        "rate-limited",
        Answer.retryAfter("1", Answer.of(429, body -> body.integerType("retryAfterSeconds", 1))),
        refusal(
            RateLimited.class,
            429,
            refused -> assertThat(refused.retryAfter()).hasValue(Duration.ofSeconds(1))));
  }

  private static Meaning brokenPlatform() {
    return new Meaning(
        "a platform that broke",
        "server-error",
        Answer.of(500),
        refusal(
            Unavailable.class,
            500,
            refused -> {
              assertThat(refused.isRetryable()).isTrue();
              assertThat(refused.retryAfter()).isEmpty();
            }));
  }

  private static Meaning maintenance() {
    return new Meaning(
        "a platform that is down and says for how long",
        "unavailable",
        Answer.retryAfter("5", Answer.of(503)),
        refusal(
            Unavailable.class,
            503,
            refused -> assertThat(refused.retryAfter()).hasValue(Duration.ofSeconds(5))));
  }
}
