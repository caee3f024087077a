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
    RateLimiter limiter = given == null ? limiterOf(port) : given;
    return new Undecorated(
        RunResultsDecorator.without(port, decorator -> isReplaced(decorator, limiter)),
        Optional.ofNullable(limiter));
  }

  private static boolean isReplaced(RunResultsDecorator decorator, @Nullable RateLimiter limiter) {
    return decorator instanceof RetryingRunResults
        || (decorator instanceof RateLimitedRunResults limited && limited.rateLimiter() == limiter);
  }

  private static @Nullable RateLimiter limiterOf(RunResultsPort port) {
    if (port instanceof RateLimitedRunResults limited) {
      return limited.rateLimiter();
    }
    return port instanceof RunResultsDecorator decorator ? limiterOf(decorator.delegate()) : null;
  }
}
