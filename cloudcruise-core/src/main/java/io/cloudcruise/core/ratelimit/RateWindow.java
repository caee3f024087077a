package io.cloudcruise.core.ratelimit;

import java.time.Duration;
import java.util.List;

/**
 * A bound on how many requests may be sent in any stretch of time of a certain length.
 *
 * @param requests how many
 * @param length in how long a time
 */
public record RateWindow(int requests, Duration length) {
  /** What the documentation says about one API key: three bounds that hold at once. */
  public static final List<RateWindow> DOCUMENTED =
      List.of(
          new RateWindow(500, Duration.ofSeconds(1)),
          new RateWindow(1_000, Duration.ofSeconds(15)),
          new RateWindow(2_000, Duration.ofSeconds(60)));

  /**
   * Checks the figures.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public RateWindow {
    if (requests < 1 || length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException("no window: " + requests + " in " + length);
    }
  }
}
