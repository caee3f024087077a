package io.cloudcruise.core.retry;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.RunResultsDecorator;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.core.time.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * A port that asks again when that can help. It holds the calling thread while it waits; {@code
 * RunWaiter} waits for the end of runs without one. {@link RunResultsDecorator} says in which order
 * to put decorators around a port.
 *
 * <p>What it throws in the end is what the last attempt met, and says how many there were. It ends
 * at its own deadline for the whole call: if the next attempt would come too late, it throws at
 * once and says how long it would have had to wait, and how much time was left. Interruption ends
 * it at once. A budget stops retry storms: a hundred retries are in reserve, and one more for every
 * ten calls that succeed. Thread-safe if the port is.
 */
public final class RetryingRunResults implements RunResultsDecorator {
  private final RunResultsPort port;
  private final RetryPolicy policy;
  private final RetryBudget budget;
  private final Duration deadline;
  private final Timer timer;
  private final RandomGenerator random;

  private RetryingRunResults(Builder options) {
    // Retries within retries would multiply the attempts.
    port = RunResultsDecorator.without(options.port, RetryingRunResults.class::isInstance);
    policy = options.policy;
    budget = options.budget;
    deadline = options.deadline;
    timer = options.timer;
    random = options.random;
  }

  /**
   * Puts retries around a port.
   *
   * @param port asks once
   * @return a builder with every option at its default
   */
  public static Builder builder(RunResultsPort port) {
    return new Builder(port);
  }

  @Override
  public RunResultsPort delegate() {
    return port;
  }

  @Override
  public RetryingRunResults around(RunResultsPort other) {
    return new RetryingRunResults(
        new Builder(other)
            .policy(policy)
            .budget(budget)
            .deadline(deadline)
            .timer(timer)
            .random(random));
  }

  @Override
  public Optional<RunResults> find(SessionId sessionId) {
    long start = timer.nanos();
    for (int attempt = 1; ; attempt++) {
      try {
        Optional<RunResults> found = port.find(sessionId);
        budget.succeeded();
        return found;
      } catch (RunResultsException failure) {
        pause(failure, attempt, deadline.minusNanos(timer.nanos() - start));
      }
    }
  }

  /** Returns when it is time for the next attempt; throws if there must be none. */
  private void pause(RunResultsException failure, int attempt, Duration left) {
    Optional<Duration> delay = policy.delay(failure, attempt, random);
    if (delay.filter(wait -> wait.compareTo(left) >= 0).isPresent()) {
      throw failure.withAttempts(attempt, delay.get(), left.isNegative() ? Duration.ZERO : left);
    }
    if (delay.isEmpty() || !budget.tryAcquire()) {
      throw failure.withAttempts(attempt);
    }
    try {
      timer.sleep(delay.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(failure, attempt);
    }
  }

  private static RunResultsException interrupted(RunResultsException failure, int attempt) {
    RunResultsException interrupted =
        new CallInterruptedException(failure.sessionId()).withAttempts(attempt);
    interrupted.addSuppressed(failure);
    return interrupted;
  }

  /** Options. Not thread-safe. */
  public static final class Builder {
    private static final Duration LONGEST_DEADLINE = Duration.ofDays(365);

    private final RunResultsPort port;
    private RetryPolicy policy = RetryPolicy.STANDARD;
    private RetryBudget budget = new RetryBudget(100);
    private Duration deadline = Duration.ofMinutes(1);
    private Timer timer = new SystemTimer();
    private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

    private Builder(RunResultsPort port) {
      this.port = Objects.requireNonNull(port, "port");
    }

    /**
     * Sets whether and when to ask again.
     *
     * @param value the policy; {@link RetryPolicy#STANDARD} by default
     * @return this builder
     */
    public Builder policy(RetryPolicy value) {
      policy = Objects.requireNonNull(value, "policy");
      return this;
    }

    /**
     * Bounds the whole call: no attempt begins later. The last attempt may end later, as far as the
     * port's own deadline lets it.
     *
     * @param value how long; a minute by default, and a year at most, which stands for all that is
     *     longer
     * @return this builder
     */
    public Builder deadline(Duration value) {
      Objects.requireNonNull(value, "deadline");
      deadline = value.compareTo(LONGEST_DEADLINE) < 0 ? value : LONGEST_DEADLINE;
      return this;
    }

    /**
     * Sets where time comes from.
     *
     * @param value the timer; the machine's by default
     * @return this builder
     */
    public Builder timer(Timer value) {
      timer = Objects.requireNonNull(value, "timer");
      return this;
    }

    /**
     * Sets where randomness comes from.
     *
     * @param value a thread-safe generator
     * @return this builder
     */
    public Builder random(RandomGenerator value) {
      random = Objects.requireNonNull(value, "random");
      return this;
    }

    /** Shares a budget, which a decorator and its copies do. */
    Builder budget(RetryBudget value) {
      budget = value;
      return this;
    }

    /** {@return the port with retries around it} */
    public RetryingRunResults build() {
      return new RetryingRunResults(this);
    }
  }
}
