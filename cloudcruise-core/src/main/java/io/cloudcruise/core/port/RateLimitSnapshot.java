package io.cloudcruise.core.port;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the platform said about its rate limit along with a response ({@code X-RateLimit-Limit},
 * {@code -Remaining} and {@code -Reset}). Immutable.
 */
public final class RateLimitSnapshot {
  private final long limit;
  private final long remaining;
  private final Duration reset;

  private RateLimitSnapshot(long limit, long remaining, Duration reset) {
    this.limit = limit;
    this.remaining = remaining;
    this.reset = reset;
  }

  /**
   * Makes a snapshot.
   *
   * @param limit how many requests the platform allows in its window
   * @param remaining how many of them are left, whoever sends them
   * @param reset how long until they are all there again
   * @return the snapshot
   * @throws IllegalArgumentException if a figure is negative
   */
  public static RateLimitSnapshot of(long limit, long remaining, Duration reset) {
    if (limit < 0 || remaining < 0 || reset.isNegative()) {
      throw new IllegalArgumentException(
          "a rate limit cannot be negative: %d, %d, %s".formatted(limit, remaining, reset));
    }
    return new RateLimitSnapshot(limit, remaining, reset);
  }

  /** {@return how many requests the platform allows in its window} */
  public long limit() {
    return limit;
  }

  /** {@return how many of them are left, whoever sends them} */
  public long remaining() {
    return remaining;
  }

  /** {@return how long until they are all there again} */
  public Duration reset() {
    return reset;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RateLimitSnapshot that
        && limit == that.limit
        && remaining == that.remaining
        && reset.equals(that.reset);
  }

  @Override
  public int hashCode() {
    return Objects.hash(limit, remaining, reset);
  }

  @Override
  public String toString() {
    return "RateLimitSnapshot[limit=%d, remaining=%d, reset=%s]".formatted(limit, remaining, reset);
  }
}
