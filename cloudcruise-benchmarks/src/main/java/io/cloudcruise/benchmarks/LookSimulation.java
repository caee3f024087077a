package io.cloudcruise.benchmarks;

import io.cloudcruise.core.schedule.DurationSketch;
import io.cloudcruise.core.schedule.LookSchedule;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Waits for runs of made-up workflows, and learns from them no more than a waiter would see: that a
 * run had not ended at one look, and had at the next. The same seeds give the same figures.
 */
final class LookSimulation {
  private final int histories;
  private final Duration delayPerLook;

  /** Takes the mean over so many histories, that share nothing. */
  LookSimulation(int histories, double secondsPerLook) {
    this.histories = histories;
    this.delayPerLook = duration(secondsPerLook);
  }

  /** {@return what the next run costs after so many of these} */
  LookCost after(int runs, DurationFamily family) {
    return afterChange(0, family, runs, family);
  }

  /** {@return what the next run costs after some of one family and then some of another} */
  LookCost afterChange(int before, DurationFamily former, int since, DurationFamily family) {
    return LookCost.mean(
        IntStream.range(0, histories)
            .mapToObj(seed -> history(new Random(seed), before, former, since, family))
            .toList());
  }

  private LookCost history(
      Random random, int before, DurationFamily former, int since, DurationFamily family) {
    DurationSketch sketch = learned(DurationSketch.none(), before, former, random);
    LookSchedule schedule = LookSchedule.of(learned(sketch, since, family, random), delayPerLook);
    return LookCost.of(family, now -> next(schedule, now, random));
  }

  private DurationSketch learned(
      DurationSketch sketch, int runs, DurationFamily family, RandomGenerator random) {
    DurationSketch learned = sketch;
    for (int i = 0; i < runs; i++) {
      LookSchedule schedule = LookSchedule.of(learned, delayPerLook);
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

  private static double next(LookSchedule schedule, double now, RandomGenerator random) {
    Duration pause = schedule.pauseAfter(duration(now), random);
    return now + pause.toNanos() / 1e9;
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
