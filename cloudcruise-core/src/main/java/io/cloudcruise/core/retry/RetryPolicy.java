package io.cloudcruise.core.retry;

import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Whether to ask again after a failure, and when. Immutable.
 *
 * <table>
 * <caption>What is tried again, and after how long</caption>
 * <tr><th>failure</th><th>tried again</th><th>after</th></tr>
 * <tr><td>rate limited</td><td>yes</td><td>{@code Retry-After}, else backoff</td></tr>
 * <tr><td>unavailable: server error</td><td>yes</td><td>{@code Retry-After}, else backoff</td></tr>
 * <tr><td>unavailable: cannot connect, connection lost</td><td>yes</td><td>backoff</td></tr>
 * <tr><td>deadline of a single call exceeded</td><td>yes</td><td>backoff</td></tr>
 * <tr><td>unavailable: not trusted, closed</td><td>no</td><td></td></tr>
 * <tr><td>access denied, run not found, invalid request, usage limit, contract violation,
 * interrupted</td><td>no</td><td></td></tr>
 * </table>
 *
 * <p>Backoff is exponential with full jitter: a random time between zero and a bound that doubles
 * with each attempt, so that callers that failed together do not come back together. {@code
 * Retry-After} is waited for exactly.
 */
public final class RetryPolicy {
  /** Asks four times, within some four seconds if the platform does not ask to wait for longer. */
  public static final RetryPolicy STANDARD = builder().build();

  /** Asks without end, in the long run every 15 seconds on average: for those who wait anyway. */
  public static final RetryPolicy PATIENT =
      builder()
          .maxAttempts(Integer.MAX_VALUE)
          .initialBackoff(Duration.ofSeconds(1))
          .maxBackoff(Duration.ofSeconds(30))
          .build();

  /** Asks once. */
  public static final RetryPolicy NONE = builder().maxAttempts(1).build();

  private final int maxAttempts;
  private final Duration initialBackoff;
  private final Duration maxBackoff;

  private RetryPolicy(Builder from) {
    maxAttempts = from.maxAttempts;
    initialBackoff = from.initialBackoff;
    maxBackoff = from.maxBackoff;
  }

  /** {@return a builder whose settings are those of {@link #STANDARD}} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with the settings of this policy} */
  public Builder toBuilder() {
    return new Builder()
        .maxAttempts(maxAttempts)
        .initialBackoff(initialBackoff)
        .maxBackoff(maxBackoff);
  }

  /** {@return how many times to ask in all, the first time included} */
  public int maxAttempts() {
    return maxAttempts;
  }

  /** {@return the bound of the first backoff} */
  public Duration initialBackoff() {
    return initialBackoff;
  }

  /** {@return what the bound never exceeds} */
  public Duration maxBackoff() {
    return maxBackoff;
  }

  /**
   * Decides whether to ask again.
   *
   * @param failure what the last attempt met
   * @param attemptsMade how many attempts were made, that one included
   * @param random decides where between zero and the bound
   * @return how long to wait before the next attempt; empty if there must be none
   */
  public Optional<Duration> delay(
      RunResultsException failure, int attemptsMade, RandomGenerator random) {
    if (!failure.isRetryable() || attemptsMade >= maxAttempts) {
      return Optional.empty();
    }
    return retryAfter(failure).or(() -> Optional.of(backoff(attemptsMade, random)));
  }

  /**
   * Tells how long the platform asks to wait.
   *
   * @param failure what an attempt met
   * @return the time; empty if the platform does not say
   */
  public static Optional<Duration> retryAfter(RunResultsException failure) {
    if (failure instanceof RateLimitedException limited) {
      return limited.retryAfter();
    }
    return failure instanceof UnavailableException unavailable
        ? unavailable.retryAfter()
        : Optional.empty();
  }

  /**
   * Draws a backoff, whatever the failure.
   *
   * @param attemptsMade how many attempts were made
   * @param random decides where between zero and the bound
   * @return how long to wait before the next attempt
   */
  public Duration backoff(int attemptsMade, RandomGenerator random) {
    double doubled = Math.scalb((double) initialBackoff.toNanos(), attemptsMade - 1);
    long bound = (long) Math.min(doubled, (double) maxBackoff.toNanos());
    return Duration.ofNanos(bound == 0 ? 0 : random.nextLong(bound));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RetryPolicy that
        && maxAttempts == that.maxAttempts
        && initialBackoff.equals(that.initialBackoff)
        && maxBackoff.equals(that.maxBackoff);
  }

  @Override
  public int hashCode() {
    return Objects.hash(maxAttempts, initialBackoff, maxBackoff);
  }

  @Override
  public String toString() {
    return "RetryPolicy[maxAttempts=%d, initialBackoff=%s, maxBackoff=%s]"
        .formatted(maxAttempts, initialBackoff, maxBackoff);
  }

  /** Settings. Not thread-safe. */
  public static final class Builder {
    private static final Duration LONGEST_BACKOFF = Duration.ofDays(365);

    private int maxAttempts = 4;
    private Duration initialBackoff = Duration.ofMillis(500);
    private Duration maxBackoff = Duration.ofSeconds(20);

    private Builder() {}

    /**
     * Sets how many times to ask in all.
     *
     * @param value at least one, the first time included; 4 by default
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder maxAttempts(int value) {
      if (value < 1) {
        throw new IllegalArgumentException("needs at least one attempt, got " + value);
      }
      maxAttempts = value;
      return this;
    }

    /**
     * Sets the bound of the first backoff.
     *
     * @param value zero or more, a year at most; 500 ms by default
     * @return this builder
     * @throws IllegalArgumentException if it is negative or longer than a year
     */
    public Builder initialBackoff(Duration value) {
      initialBackoff = checked("initialBackoff", value);
      return this;
    }

    /**
     * Sets what the bound never exceeds.
     *
     * @param value zero or more, a year at most; 20 seconds by default
     * @return this builder
     * @throws IllegalArgumentException if it is negative or longer than a year
     */
    public Builder maxBackoff(Duration value) {
      maxBackoff = checked("maxBackoff", value);
      return this;
    }

    private static Duration checked(String name, Duration value) {
      Objects.requireNonNull(value, name);
      if (value.isNegative() || value.compareTo(LONGEST_BACKOFF) > 0) {
        throw new IllegalArgumentException(name + " must be from zero to a year, is " + value);
      }
      return value;
    }

    /** {@return the policy} */
    public RetryPolicy build() {
      return new RetryPolicy(this);
    }
  }
}
