package io.cloudcruise.core.wait;

import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.port.RunResultsDecorator;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.ratelimit.RateLimitedRunResults;
import io.cloudcruise.core.retry.RetryingRunResults;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The port within decorators that a waiter takes the place of: it retries by its own policy, and
 * takes the permits itself.
 *
 * @param port what is asked
 * @param limiter what gives the permits; empty if nobody said
 */
record Undecorated(RunResultsPort port, Optional<RateLimiter> limiter) {
  /**
   * Looks into a port.
   *
   * @param given what the waiter was told to use; null for nothing
   */
  static Undecorated of(RunResultsPort port, @Nullable RateLimiter given) {
    if (port instanceof RetryingRunResults retrying) {
      return of(retrying.delegate(), given);
    }
    if (port instanceof RateLimitedRunResults limited
        && (given == null || given == limited.rateLimiter())) {
      return of(limited.delegate(), limited.rateLimiter());
    }
    if (port instanceof RunResultsDecorator decorator) {
      Undecorated within = of(decorator.delegate(), given);
      return new Undecorated(decorator.around(within.port()), within.limiter());
    }
    return new Undecorated(port, Optional.ofNullable(given));
  }
}
