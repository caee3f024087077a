package io.cloudcruise.benchmarks;

import io.cloudcruise.core.schedule.DurationHistogram;
import io.cloudcruise.core.schedule.PollSchedule;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Waits for runs of made-up workflows, and learns from them no more than a waiter would see: that a
 * run had not ended at one look, and had at the next. The same seeds give the same figures.
 */
final class PollSimulation {
  private final int histories;
  private final Duration delayPerPoll;

  /** Takes the mean over so many histories, that share nothing. */
  PollSimulation(int histories, double secondsPerPoll) {
    this.histories = histories;
    this.delayPerPoll = duration(secondsPerPoll);
  }

  /** {@return what the next run costs after so many of these} */
  PollCost after(int runs, DurationFamily family) {
    return afterChange(0, family, runs, family);
  }

  /** {@return what the next run costs after some of one family and then some of another} */
  PollCost afterChange(int before, DurationFamily former, int since, DurationFamily family) {
    return PollCost.mean(
        IntStream.range(0, histories)
            .mapToObj(seed -> history(new Random(seed), before, former, since, family))
            .toList());
  }

  private PollCost history(
      Random random, int before, DurationFamily former, int since, DurationFamily family) {
    DurationHistogram histogram = learned(DurationHistogram.none(), before, former, random);
    PollSchedule schedule =
        PollSchedule.of(learned(histogram, since, family, random), delayPerPoll);
    return PollCost.of(family, now -> next(schedule, now, random));
  }

  private DurationHistogram learned(
      DurationHistogram histogram, int runs, DurationFamily family, RandomGenerator random) {
    DurationHistogram learned = histogram;
    for (int i = 0; i < runs; i++) {
      PollSchedule schedule = PollSchedule.of(learned, delayPerPoll);
      double end = family.draw(random);
      double unfinished = 0;
      double now = next(schedule, 0, random);
      while (now < end) {
        unfinished = now;
        now = next(schedule, now, random);
      }
      learned = learned.with(duration(unfinished), duration(now));
    }
    return learned;
  }

  private static double next(PollSchedule schedule, double now, RandomGenerator random) {
    Duration pause = schedule.pauseAfter(duration(now), random);
    return now + pause.toNanos() / 1e9;
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
