package io.cloudcruise.feign;

import com.fasterxml.jackson.core.JsonFactory;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.InvalidRequestException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UsageLimitExceededException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Turns answers that are no success into the port's exceptions. */
final class StatusMapper {
  private final JsonFactory json;
  private final Clock clock;

  StatusMapper(JsonFactory json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /** The status alone decides; the body is only asked for details. */
  RunResultsException translate(Call call, int status, Optional<String> retryAfter, byte[] body) {
    SessionId run = call.sessionId();
    return switch (status) {
      case 401, 403 -> new AccessDeniedException(run, status);
      case 402 -> usageLimit(run, status, ErrorBody.of(body, json));
      case 408 -> new UnavailableException(run, status, wait(retryAfter));
      case 429 -> rateLimited(run, status, retryAfter, ErrorBody.of(body, json));
      default -> byRange(call, status, retryAfter);
    };
  }

  private RunResultsException byRange(Call call, int status, Optional<String> retryAfter) {
    return switch (status / 100) {
      case 3 -> noRefusal(call, status, "a redirect");
      case 4 -> new InvalidRequestException(call.sessionId(), status);
      case 5 -> new UnavailableException(call.sessionId(), status, wait(retryAfter));
      default -> noRefusal(call, status, "another status");
    };
  }

  private static ContractViolationException noRefusal(Call call, int status, String found) {
    return ResponseContext.of(call, status).violation("", "run results or a refusal", found);
  }

  private static UsageLimitExceededException usageLimit(SessionId run, int status, ErrorBody body) {
    return new UsageLimitExceededException(
        run, status, body.codeWord("reason"), body.number("currentUsage"), body.number("limit"));
  }

  private RateLimitedException rateLimited(
      SessionId run, int status, Optional<String> retryAfter, ErrorBody body) {
    Optional<Duration> wait = wait(retryAfter).or(() -> wait(body.text("retryAfterSeconds")));
    return new RateLimitedException(run, status, wait);
  }

  private Optional<Duration> wait(Optional<String> text) {
    return text.flatMap(wait -> RetryAfter.parse(wait, clock));
  }
}
