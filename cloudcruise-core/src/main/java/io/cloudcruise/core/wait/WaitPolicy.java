package io.cloudcruise.core.wait;

import io.cloudcruise.core.retry.RetryPolicy;
import java.time.Duration;
import java.util.Objects;

/**
 * How to wait for a run.
 *
 * @param timeout how long at most; when it is up, the wait ends and says what was seen last
 * @param notFoundGracePeriod for how long a run that the platform does not know may be one that it
 *     does not know yet
 * @param lateArtifacts how long after its end a run without recordings is looked at once more, for
 *     recordings may be uploaded late; zero for not at all
 * @param retry what to do when the platform refuses a poll
 */
public record WaitPolicy(
    Duration timeout, Duration notFoundGracePeriod, Duration lateArtifacts, RetryPolicy retry) {
  /** Half an hour, no grace, one more look after five seconds, patient with refusals. */
  public static final WaitPolicy STANDARD =
      new WaitPolicy(
          Duration.ofMinutes(30), Duration.ZERO, Duration.ofSeconds(5), RetryPolicy.PATIENT);

  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public WaitPolicy {
    Objects.requireNonNull(retry, "retry");
    if (timeout.isNegative() || notFoundGracePeriod.isNegative() || lateArtifacts.isNegative()) {
      throw new IllegalArgumentException(
          "a time is negative: %s, %s, %s".formatted(timeout, notFoundGracePeriod, lateArtifacts));
    }
  }

  /**
   * The same policy with another timeout.
   *
   * @param value how long to wait at most
   * @return the policy
   */
  public WaitPolicy withTimeout(Duration value) {
    return new WaitPolicy(value, notFoundGracePeriod, lateArtifacts, retry);
  }

  /**
   * The same policy with another grace.
   *
   * @param value for how long the platform may not know the run yet
   * @return the policy
   */
  public WaitPolicy withNotFoundGracePeriod(Duration value) {
    return new WaitPolicy(timeout, value, lateArtifacts, retry);
  }

  /**
   * The same policy with another last poll.
   *
   * @param value how long after its end to look once more; zero for not at all
   * @return the policy
   */
  public WaitPolicy withLateArtifacts(Duration value) {
    return new WaitPolicy(timeout, notFoundGracePeriod, value, retry);
  }

  /**
   * The same policy with other retries.
   *
   * @param value what to do when the platform refuses a poll
   * @return the policy
   */
  public WaitPolicy withRetry(RetryPolicy value) {
    return new WaitPolicy(timeout, notFoundGracePeriod, lateArtifacts, value);
  }
}
