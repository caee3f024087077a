package io.cloudcruise.core.wait;

import io.cloudcruise.core.retry.RetryPolicy;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How to wait for a run. Immutable. */
public final class WaitPolicy {
  /**
   * Half an hour at most, no grace period for a run that is not found, no wait for late artifacts,
   * patient with failures.
   */
  public static final WaitPolicy STANDARD = builder().build();

  private final Duration timeout;
  private final Duration notFoundGracePeriod;
  private final Duration lateArtifacts;
  private final RetryPolicy retry;

  private WaitPolicy(Builder from) {
    timeout = from.timeout;
    notFoundGracePeriod = from.notFoundGracePeriod;
    lateArtifacts = from.lateArtifacts;
    retry = from.retry;
  }

  /** {@return a builder whose settings are those of {@link #STANDARD}} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with the settings of this policy} */
  public Builder toBuilder() {
    return new Builder()
        .timeout(timeout)
        .notFoundGracePeriod(notFoundGracePeriod)
        .lateArtifacts(lateArtifacts)
        .retry(retry);
  }

  /** {@return how long to wait at most; then the wait ends with what was seen last} */
  public Duration timeout() {
    return timeout;
  }

  /**
   * {@return for how long a run that the platform does not know may be one it does not know yet}
   */
  public Duration notFoundGracePeriod() {
    return notFoundGracePeriod;
  }

  /**
   * {@return how long after its end a run without recordings is polled once more, for recordings
   * may be uploaded late; zero for not at all}
   */
  public Duration lateArtifacts() {
    return lateArtifacts;
  }

  /** {@return what to do when a poll fails} */
  public RetryPolicy retry() {
    return retry;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WaitPolicy that
        && timeout.equals(that.timeout)
        && notFoundGracePeriod.equals(that.notFoundGracePeriod)
        && lateArtifacts.equals(that.lateArtifacts)
        && retry.equals(that.retry);
  }

  @Override
  public int hashCode() {
    return Objects.hash(timeout, notFoundGracePeriod, lateArtifacts, retry);
  }

  @Override
  public String toString() {
    return "WaitPolicy[timeout=%s, notFoundGracePeriod=%s, lateArtifacts=%s, retry=%s]"
        .formatted(timeout, notFoundGracePeriod, lateArtifacts, retry);
  }

  /** Settings. A time of more than a year counts as a year. Not thread-safe. */
  public static final class Builder {
    private static final Duration LONGEST = Duration.ofDays(365);

    private Duration timeout = Duration.ofMinutes(30);
    private Duration notFoundGracePeriod = Duration.ZERO;
    private Duration lateArtifacts = Duration.ZERO;
    private RetryPolicy retry = RetryPolicy.PATIENT;

    private Builder() {}

    /**
     * Sets how long to wait at most.
     *
     * @param value zero or more; half an hour by default
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder timeout(Duration value) {
      timeout = checked("timeout", value);
      return this;
    }

    /**
     * Sets for how long the platform may not know the run yet.
     *
     * @param value zero or more; zero by default
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder notFoundGracePeriod(Duration value) {
      notFoundGracePeriod = checked("notFoundGracePeriod", value);
      return this;
    }

    /**
     * Sets how long after its end a run without recordings is polled once more.
     *
     * @param value zero or more; zero by default, which is not at all
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder lateArtifacts(Duration value) {
      lateArtifacts = checked("lateArtifacts", value);
      return this;
    }

    /**
     * Sets what to do when a poll fails.
     *
     * @param value the policy; {@link RetryPolicy#PATIENT} by default
     * @return this builder
     */
    public Builder retry(RetryPolicy value) {
      retry = Objects.requireNonNull(value, "retry");
      return this;
    }

    private static Duration checked(String name, Duration value) {
      Objects.requireNonNull(value, name);
      if (value.isNegative()) {
        throw new IllegalArgumentException(name + " must not be negative, is " + value);
      }
      return value.compareTo(LONGEST) < 0 ? value : LONGEST;
    }

    /** {@return the policy} */
    public WaitPolicy build() {
      return new WaitPolicy(this);
    }
  }
}
