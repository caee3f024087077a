package io.cloudcruise.core.schedule;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to look at a run next.
 *
 * <p>Where durations are known, looks are those that cost least; see {@link DurationSketch} for
 * what is known. Where they are not, which is always before the first run and always after all that
 * is known, pauses between looks grow slowly to a longest one, so that no run is forgotten.
 *
 * <p>Immutable, and safe to share between threads.
 */
public final class LookSchedule {
  /** Without knowledge, in seconds, at a second per look. */
  private static final double FIRST_PAUSE = 3;

  private static final double LONGEST_PAUSE = 10;

  /** By how much of the time elapsed pauses grow. */
  private static final double GROWTH = 0.08;

  /** No two looks are closer together, in seconds. */
  private static final double SHORTEST_PAUSE = 0.1;

  /** How far a look is moved at random, of the shorter one of the pauses around it. */
  private static final double JITTER = 0.1;

  private final double unit;
  private final Optional<OptimalLooks> looks;

  private LookSchedule(double unit, Optional<OptimalLooks> looks) {
    this.unit = unit;
    this.looks = looks;
  }

  /**
   * Makes the schedule for the next run.
   *
   * @param sketch what is known of the workflow's runs
   * @param delayPerLook how much delay, between the end of a run and the look that sees it, one
   *     look less is worth; four times as much about halves the number of looks and doubles the
   *     delay
   * @return the schedule
   * @throws IllegalArgumentException if the delay is not positive
   */
  public static LookSchedule of(DurationSketch sketch, Duration delayPerLook) {
    if (delayPerLook.isNegative() || delayPerLook.isZero()) {
      throw new IllegalArgumentException("a look is worth some delay, not " + delayPerLook);
    }
    double price = LogScale.seconds(delayPerLook);
    return new LookSchedule(
        Math.sqrt(price),
        sketch.isEmpty()
            ? Optional.empty()
            : Optional.of(OptimalLooks.of(sketch.likelihoods(), price)));
  }

  /**
   * Says how long to wait before the next look.
   *
   * @param elapsed since the run was first seen, at a look that saw it unfinished
   * @param random moves the look a little, so that those who started together do not look together
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
    return looks
        .filter(known -> now < known.horizon())
        .map(known -> known.after(now) - now)
        .orElseGet(() -> Math.min(LONGEST_PAUSE * unit, FIRST_PAUSE * unit + GROWTH * now));
  }
}
