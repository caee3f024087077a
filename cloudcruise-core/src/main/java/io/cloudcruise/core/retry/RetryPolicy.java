package io.cloudcruise.core.retry;

import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Whether to ask again after a refusal, and when.
 *
 * <table>
 * <caption>What is tried again, and after how long</caption>
 * <tr><th>refusal</th><th>tried again</th><th>after</th></tr>
 * <tr><td>rate limited</td><td>yes</td><td>what the platform wishes, else backoff</td></tr>
 * <tr><td>unavailable: server error</td><td>yes</td><td>what the platform wishes, else backoff</td>
 * </tr>
 * <tr><td>unavailable: cannot connect, connection lost</td><td>yes</td><td>backoff</td></tr>
 * <tr><td>deadline of a single call exceeded</td><td>yes</td><td>backoff</td></tr>
 * <tr><td>unavailable: not trusted, closed</td><td>no</td><td></td></tr>
 * <tr><td>access denied, run not found, invalid request, usage limit, contract violation,
 * interrupted</td><td>no</td><td></td></tr>
 * </table>
 *
 * <p>Backoff is exponential with full jitter: a random time between nothing and a bound that
 * doubles with each attempt, so that callers who were refused together do not come back together. A
 * wish of the platform is followed to the letter.
 *
 * @param maxAttempts how many times to ask in all, the first time included
 * @param firstBound the bound of the first backoff
 * @param lastBound what the bound never exceeds
 */
public record RetryPolicy(int maxAttempts, Duration firstBound, Duration lastBound) {
  /** Asks four times, within some four seconds if the platform wishes nothing else. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(20));

  /** Asks without end, in the long run every 15 seconds on average: for those who wait anyway. */
  public static final RetryPolicy PATIENT =
      new RetryPolicy(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofSeconds(30));

  /** Asks once. */
  public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

  /**
   * Checks the figures.
   *
   * @throws IllegalArgumentException if there is no attempt, or a bound is negative
   */
  public RetryPolicy {
    Objects.requireNonNull(firstBound, "firstBound");
    Objects.requireNonNull(lastBound, "lastBound");
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("needs at least one attempt, got " + maxAttempts);
    }
    if (firstBound.isNegative() || lastBound.isNegative()) {
      throw new IllegalArgumentException("a bound is negative: " + firstBound + ", " + lastBound);
    }
  }

  /**
   * Decides whether to ask again.
   *
   * @param refusal what the last attempt met
   * @param attemptsMade how many attempts were made, that one included
   * @param random decides where between nothing and the bound
   * @return how long to wait before the next attempt; empty if there must be none
   */
  public Optional<Duration> delay(
      RunResultsException refusal, int attemptsMade, RandomGenerator random) {
    if (!refusal.isRetryable() || attemptsMade >= maxAttempts) {
      return Optional.empty();
    }
    return retryAfter(refusal).or(() -> Optional.of(backoff(attemptsMade, random)));
  }

  /**
   * Tells what the platform wishes.
   *
   * @param refusal a refusal
   * @return how long the platform asks the caller to wait; empty if it does not say
   */
  public static Optional<Duration> retryAfter(RunResultsException refusal) {
    if (refusal instanceof RateLimitedException limited) {
      return limited.retryAfter();
    }
    return refusal instanceof UnavailableException unavailable
        ? unavailable.retryAfter()
        : Optional.empty();
  }

  /**
   * Draws a backoff, whatever was refused.
   *
   * @param attemptsMade how many attempts were made
   * @param random decides where between nothing and the bound
   * @return how long to wait before the next attempt
   */
  public Duration backoff(int attemptsMade, RandomGenerator random) {
    double doubled = Math.scalb((double) firstBound.toNanos(), attemptsMade - 1);
    long bound = (long) Math.min(doubled, (double) lastBound.toNanos());
    return Duration.ofNanos(bound == 0 ? 0 : random.nextLong(bound));
  }
}
