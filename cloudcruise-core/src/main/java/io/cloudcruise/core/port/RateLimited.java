package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SessionId;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Too many requests were sent with this API key (429). Wait, then ask again. */
public final class RateLimited extends RunResultsException {
  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  /**
   * Describes a limit that was hit.
   *
   * @param sessionId the run asked for
   * @param httpStatus the status answered
   * @param retryAfter how long the platform wishes the caller to wait; empty if it does not say
   */
  public RateLimited(SessionId sessionId, int httpStatus, Optional<Duration> retryAfter) {
    super(
        Optional.of(sessionId),
        OptionalInt.of(httpStatus),
        true,
        "rate limit hit" + retryAfter.map(wait -> ", retry after " + wait).orElse(""),
        null);
    this.retryAfter = retryAfter.orElse(null);
  }

  /** {@return how long the platform wishes the caller to wait; empty if it does not say} */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
