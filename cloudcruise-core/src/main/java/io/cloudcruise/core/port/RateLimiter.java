package io.cloudcruise.core.port;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps all who use one API key inside the limits that the platform sets for it. Implementations
 * are thread-safe, never block for long, and never throw: one that cannot count is careful instead.
 */
public interface RateLimiter {
  /** Grants everything: for those who do not count. */
  RateLimiter UNLIMITED =
      new RateLimiter() {
        @Override
        public Duration tryAcquire() {
          return Duration.ZERO;
        }

        @Override
        public void observe(RateLimitSnapshot snapshot) {}

        @Override
        public void onRateLimited(Optional<Duration> retryAfter) {}
      };

  /**
   * Takes leave to send one request now.
   *
   * @return zero if it is granted; otherwise nothing was taken, and this is how long to wait before
   *     it is of use to ask again
   */
  Duration tryAcquire();

  /**
   * Learns what the platform itself has counted, which includes what others sent.
   *
   * @param snapshot what a response said about the limit
   */
  void observe(RateLimitSnapshot snapshot);

  /**
   * Learns that the platform refused a request for being one too many.
   *
   * @param retryAfter how long the platform asks the caller to wait; empty if it does not say
   */
  void onRateLimited(Optional<Duration> retryAfter);
}
