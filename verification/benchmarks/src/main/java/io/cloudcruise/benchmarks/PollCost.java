package io.cloudcruise.benchmarks;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What a schedule costs.
 *
 * @param polls the mean number of polls that see a run unfinished, without the first one
 * @param delay the mean time, in seconds, between the end of a run and the look that sees it
 */
record PollCost(double polls, double delay) {
  /** {@return the exact means over all runs of a family, of a schedule that gives the next poll} */
  static PollCost of(DurationFamily family, DoubleUnaryOperator nextPoll) {
    double polls = 0;
    double delay = 0;
    double before = 0;
    while (before < family.end()) {
      double now = nextPoll.applyAsDouble(before);
      polls += 1 - family.ended(now);
      delay += delay(family, before, now);
      before = now;
    }
    return new PollCost(polls, delay);
  }

  /** {@return how much delay a poll at one time adds if the look before was at another} */
  static double delay(DurationFamily family, double before, double now) {
    return family.delay(now) - family.delay(before) - family.ended(before) * (now - before);
  }

  static PollCost mean(List<PollCost> costs) {
    return new PollCost(
        costs.stream().mapToDouble(PollCost::polls).average().orElseThrow(),
        costs.stream().mapToDouble(PollCost::delay).average().orElseThrow());
  }

  double product() {
    return polls * delay;
  }
}
