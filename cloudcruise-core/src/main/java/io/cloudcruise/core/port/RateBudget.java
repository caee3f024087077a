package io.cloudcruise.core.port;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps all who use one API key inside the limits that the platform sets for it. Implementations
 * are thread-safe, never block for long, and never throw: one that cannot count is careful instead.
 */
public interface RateBudget {
  /** Grants everything: for those who do not count. */
  RateBudget UNLIMITED =
      new RateBudget() {
        @Override
        public Duration take() {
          return Duration.ZERO;
        }

        @Override
        public void observe(RateReading reading) {}

        @Override
        public void refused(Optional<Duration> retryAfter) {}
      };

  /**
   * Takes leave to send one request now.
   *
   * @return zero if it is granted; otherwise nothing was taken, and this is how long to wait before
   *     it is of use to ask again
   */
  Duration take();

  /**
   * Learns what the platform itself has counted, which includes what others sent.
   *
   * @param reading what an answer said about the limit
   */
  void observe(RateReading reading);

  /**
   * Learns that the platform refused a request for being one too many.
   *
   * @param retryAfter how long the platform wishes the caller to wait; empty if it does not say
   */
  void refused(Optional<Duration> retryAfter);
}
