package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SessionId;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Too many requests were sent with this API key (429), or one more would have been too many, and
 * was not sent. Wait, then ask again.
 */
public final class RateLimitedException extends RunResultsException {
  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  /**
   * Describes a limit that was hit.
   *
   * @param sessionId the run asked for; empty if no particular one was
   * @param httpStatus the status answered
   * @param retryAfter how long the platform asks the caller to wait; empty if it does not say
   */
  public RateLimitedException(
      Optional<SessionId> sessionId, int httpStatus, Optional<Duration> retryAfter) {
    this(sessionId, OptionalInt.of(httpStatus), "rate limit hit", retryAfter);
  }

  /**
   * Describes a request that was held back because it would have hit the limit.
   *
   * @param sessionId the run asked for; empty if no particular one was
   * @param retryAfter how long it would have had to wait; empty if that is not known
   */
  public RateLimitedException(Optional<SessionId> sessionId, Optional<Duration> retryAfter) {
    this(sessionId, OptionalInt.empty(), "held back by the rate limiter", retryAfter);
  }

  private RateLimitedException(
      Optional<SessionId> sessionId,
      OptionalInt httpStatus,
      String what,
      Optional<Duration> retryAfter) {
    super(
        sessionId,
        httpStatus,
        true,
        what + retryAfter.map(wait -> ", retry after " + wait).orElse(""),
        null);
    this.retryAfter = retryAfter.orElse(null);
  }

  private RateLimitedException(RateLimitedException original, Attempts attempts) {
    super(original, attempts);
    this.retryAfter = original.retryAfter;
  }

  @Override
  RateLimitedException copy(Attempts attempts) {
    return new RateLimitedException(this, attempts);
  }

  /** {@return how long the platform asks the caller to wait; empty if it does not say} */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
