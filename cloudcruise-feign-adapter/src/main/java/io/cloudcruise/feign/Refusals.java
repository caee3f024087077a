package io.cloudcruise.feign;

import com.fasterxml.jackson.core.JsonFactory;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.AccessDenied;
import io.cloudcruise.core.port.ContractViolation;
import io.cloudcruise.core.port.InvalidRequest;
import io.cloudcruise.core.port.RateLimited;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.Unavailable;
import io.cloudcruise.core.port.UsageLimitExceeded;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Turns answers that are no success into the port's exceptions. */
final class Refusals {
  private final JsonFactory json;
  private final Clock clock;

  Refusals(JsonFactory json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /** The status alone decides; the body is only asked for details. */
  RunResultsException translate(Call call, int status, Optional<String> retryAfter, byte[] body) {
    SessionId run = call.sessionId();
    return switch (status) {
      case 401, 403 -> new AccessDenied(run, status);
      case 402 -> usageLimit(run, status, RefusalBody.of(body, json));
      case 408 -> new Unavailable(run, status, wait(retryAfter));
      case 429 -> rateLimited(run, status, retryAfter, RefusalBody.of(body, json));
      default -> byRange(call, status, retryAfter);
    };
  }

  private RunResultsException byRange(Call call, int status, Optional<String> retryAfter) {
    return switch (status / 100) {
      case 3 -> noRefusal(call, status, "a redirect");
      case 4 -> new InvalidRequest(call.sessionId(), status);
      case 5 -> new Unavailable(call.sessionId(), status, wait(retryAfter));
      default -> noRefusal(call, status, "another status");
    };
  }

  private static ContractViolation noRefusal(Call call, int status, String found) {
    return Origin.of(call, status).violation("", "run results or a refusal", found);
  }

  private static UsageLimitExceeded usageLimit(SessionId run, int status, RefusalBody body) {
    return new UsageLimitExceeded(
        run, status, body.codeWord("reason"), body.number("currentUsage"), body.number("limit"));
  }

  private RateLimited rateLimited(
      SessionId run, int status, Optional<String> retryAfter, RefusalBody body) {
    Optional<Duration> wait = wait(retryAfter).or(() -> wait(body.text("retryAfterSeconds")));
    return new RateLimited(run, status, wait);
  }

  private Optional<Duration> wait(Optional<String> text) {
    return text.flatMap(wait -> RetryAfter.parse(wait, clock));
  }
}
