package io.cloudcruise.benchmarks;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What a schedule costs.
 *
 * @param looks the mean number of looks that see a run unfinished, without the first one
 * @param delay the mean time, in seconds, between the end of a run and the look that sees it
 */
record LookCost(double looks, double delay) {
  /** {@return the exact means over all runs of a family, of a schedule that gives the next look} */
  static LookCost of(DurationFamily family, DoubleUnaryOperator nextLook) {
    double looks = 0;
    double delay = 0;
    double before = 0;
    while (before < family.end()) {
      double now = nextLook.applyAsDouble(before);
      looks += 1 - family.ended(now);
      delay += delay(family, before, now);
      before = now;
    }
    return new LookCost(looks, delay);
  }

  /** {@return how much delay a look at one time adds if the look before was at another} */
  static double delay(DurationFamily family, double before, double now) {
    return family.delay(now) - family.delay(before) - family.ended(before) * (now - before);
  }

  static LookCost mean(List<LookCost> costs) {
    return new LookCost(
        costs.stream().mapToDouble(LookCost::looks).average().orElseThrow(),
        costs.stream().mapToDouble(LookCost::delay).average().orElseThrow());
  }

  double product() {
    return looks * delay;
  }
}
