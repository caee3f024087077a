package io.cloudcruise.core.port;

import java.time.Duration;

/**
 * What the platform said about its rate limit along with a response ({@code X-RateLimit-Limit},
 * {@code -Remaining} and {@code -Reset}).
 *
 * @param limit how many requests it allows in its window
 * @param remaining how many of them are left, whoever sends them
 * @param reset how long until they are all there again
 */
public record RateLimitSnapshot(long limit, long remaining, Duration reset) {
  /**
   * Checks the figures.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public RateLimitSnapshot {
    if (limit < 0 || remaining < 0 || reset.isNegative()) {
      throw new IllegalArgumentException(
          "a rate limit cannot be negative: %d, %d, %s".formatted(limit, remaining, reset));
    }
  }
}
