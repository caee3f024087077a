package io.cloudcruise.core.schedule;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to poll a run next.
 *
 * <p>Where durations are known, polls are those that cost least; see {@link DurationHistogram} for
 * what is known. Where they are not, which is always before the first run and always after all that
 * is known, pauses between polls grow slowly to a longest one, so that no run is forgotten.
 *
 * <p>Immutable, and safe to share between threads.
 */
public final class PollSchedule {
  /** Without knowledge, in seconds, at a second per poll. */
  private static final double FIRST_PAUSE = 3;

  private static final double LONGEST_PAUSE = 10;

  /** By how much of the time elapsed pauses grow. */
  private static final double GROWTH = 0.08;

  /** No two polls are closer together, in seconds. */
  private static final double SHORTEST_PAUSE = 0.1;

  /** How far a poll is moved at random, of the shorter one of the pauses around it. */
  private static final double JITTER = 0.1;

  private final double unit;
  private final Optional<OptimalPolls> polls;

  private PollSchedule(double unit, Optional<OptimalPolls> polls) {
    this.unit = unit;
    this.polls = polls;
  }

  /**
   * Makes the schedule for the next run.
   *
   * @param histogram what is known of the workflow's runs
   * @param delayPerPoll how much delay, between the end of a run and the poll that sees it, one
   *     poll less is worth; four times as much about halves the number of polls and doubles the
   *     delay
   * @return the schedule
   * @throws IllegalArgumentException if the delay is not positive
   */
  public static PollSchedule of(DurationHistogram histogram, Duration delayPerPoll) {
    if (delayPerPoll.isNegative() || delayPerPoll.isZero()) {
      throw new IllegalArgumentException("a poll is worth some delay, not " + delayPerPoll);
    }
    double price = LogScale.seconds(delayPerPoll);
    return new PollSchedule(
        Math.sqrt(price),
        histogram.isEmpty()
            ? Optional.empty()
            : Optional.of(OptimalPolls.of(histogram.likelihoods(), price)));
  }

  /**
   * Says how long to wait before the next poll.
   *
   * @param elapsed since the run was first seen, at a poll that saw it unfinished
   * @param random moves the poll a little, so that those who started together do not poll together
   * @return how long to wait, at least a tenth of a second
   * @throws IllegalArgumentException if the time elapsed is negative
   */
  public Duration pauseAfter(Duration elapsed, RandomGenerator random) {
    Objects.requireNonNull(random, "random");
    if (elapsed.isNegative()) {
      throw new IllegalArgumentException("not a time elapsed: " + elapsed);
    }
    double now = LogScale.seconds(elapsed);
    double pause = pause(now);
    double shift = JITTER * Math.min(pause, pause(now + pause)) * (2 * random.nextDouble() - 1);
    return LogScale.duration(Math.max(SHORTEST_PAUSE, pause + shift));
  }

  private double pause(double now) {
    return polls
        .filter(known -> now < known.horizon())
        .map(known -> known.after(now) - now)
        .orElseGet(() -> Math.min(LONGEST_PAUSE * unit, FIRST_PAUSE * unit + GROWTH * now));
  }
}
