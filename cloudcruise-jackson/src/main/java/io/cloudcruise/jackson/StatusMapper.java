package io.cloudcruise.jackson;

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

/** Turns error responses into the port's exceptions. */
final class StatusMapper {
  private final JsonFactory json;
  private final Clock clock;

  StatusMapper(JsonFactory json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /**
   * Translates a response that is neither a success nor 404. The status alone decides; the body is
   * only asked for details.
   */
  RunResultsException translate(
      SessionId run, int status, Optional<String> retryAfter, byte[] body) {
    return switch (status) {
      case 401, 403 -> new AccessDeniedException(Optional.of(run), status);
      case 402 -> usageLimit(run, status, ErrorBody.of(body, json));
      case 408, 421, 425 ->
          new UnavailableException(Optional.of(run), status, duration(retryAfter));
      case 429 -> rateLimited(run, status, retryAfter, ErrorBody.of(body, json));
      default -> byRange(run, status, retryAfter);
    };
  }

  private RunResultsException byRange(SessionId run, int status, Optional<String> retryAfter) {
    return switch (status / 100) {
      case 3 -> violation(run, status, "a redirect");
      case 4 -> new InvalidRequestException(Optional.of(run), status);
      case 5 -> new UnavailableException(Optional.of(run), status, duration(retryAfter));
      default -> violation(run, status, "another status");
    };
  }

  private static ContractViolationException violation(SessionId run, int status, String found) {
    return new ResponseContext(run, status, null)
        .violation("", "run results or an error response", found);
  }

  private static UsageLimitExceededException usageLimit(SessionId run, int status, ErrorBody body) {
    return new UsageLimitExceededException(
        Optional.of(run),
        status,
        body.codeWord("reason"),
        body.number("currentUsage"),
        body.number("limit"));
  }

  private RateLimitedException rateLimited(
      SessionId run, int status, Optional<String> retryAfter, ErrorBody body) {
    Optional<Duration> wait =
        duration(retryAfter).or(() -> duration(body.text("retryAfterSeconds")));
    return new RateLimitedException(Optional.of(run), status, wait);
  }

  private Optional<Duration> duration(Optional<String> text) {
    return text.flatMap(wait -> RetryAfter.parse(wait, clock));
  }
}
