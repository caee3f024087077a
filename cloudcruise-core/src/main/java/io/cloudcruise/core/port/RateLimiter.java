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
        public Permit tryAcquire() {
          return Permit.granted(() -> {});
        }

        @Override
        public void observe(RateLimitSnapshot snapshot) {}

        @Override
        public void onRateLimited(Optional<Duration> retryAfter) {}
      };

  /**
   * Asks for a permit to send one request now.
   *
   * @return a permit, to be closed once the request is over; if it is not granted, nothing was
   *     taken, and it says how long to wait
   */
  Permit tryAcquire();

  /**
   * Takes in what the platform itself has counted, which includes what others sent.
   *
   * @param snapshot what a response said about the limit
   */
  void observe(RateLimitSnapshot snapshot);

  /**
   * Takes in that the platform answered a request with 429.
   *
   * @param retryAfter how long the platform asks the caller to wait; empty if it does not say
   */
  void onRateLimited(Optional<Duration> retryAfter);
}
