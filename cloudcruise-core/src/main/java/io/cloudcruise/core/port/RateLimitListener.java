package io.cloudcruise.core.port;

/**
 * Hears what the platform says about its rate limit, be the response an error response or not. It
 * is called on the thread that retrieves, and must be quick and thread-safe. What it throws is
 * ignored.
 */
@FunctionalInterface
public interface RateLimitListener {
  /** Hears nothing. */
  RateLimitListener NONE = snapshot -> {};

  /**
   * Takes note.
   *
   * @param snapshot what the platform said
   */
  void onSnapshot(RateLimitSnapshot snapshot);
}
