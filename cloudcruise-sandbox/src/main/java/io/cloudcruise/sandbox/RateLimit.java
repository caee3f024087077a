package io.cloudcruise.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How many requests one key may have answered within any stretch of time of one length.
 *
 * @param requests the number of requests, at least 1
 * @param window the length of the stretch, more than zero
 */
public record RateLimit(int requests, Duration window) {

  /** The three documented limits: 500 in 1 s, 1,000 in 15 s and 2,000 in 60 s. */
  public static final List<RateLimit> DOCUMENTED =
      List.of(
          new RateLimit(500, Duration.ofSeconds(1)),
          new RateLimit(1_000, Duration.ofSeconds(15)),
          new RateLimit(2_000, Duration.ofSeconds(60)));

  /**
   * Create a limit.
   *
   * @param requests the number of requests, at least 1
   * @param window the length of the stretch, more than zero
   * @throws IllegalArgumentException if {@code requests} is below 1 or {@code window} is not
   *     positive
   */
  public RateLimit {
    Objects.requireNonNull(window, "window");
    if (requests < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("not a rate limit: " + requests + " in " + window);
    }
  }
}
