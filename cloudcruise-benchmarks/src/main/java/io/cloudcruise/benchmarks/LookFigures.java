package io.cloudcruise.benchmarks;

import java.util.List;

/**
 * What learned looks cost for one family, beside the least and the fixed ones.
 *
 * @param fixed every 15 seconds, as the platform's own example looks
 * @param unlearned without history
 * @param few after ten runs
 * @param many after fifty runs
 */
record LookFigures(
    DurationFamily family,
    LookOptimum optimum,
    LookCost fixed,
    LookCost unlearned,
    LookCost few,
    LookCost many) {
  /** The knob of the table: a price at which Keller's density takes so many looks. */
  static final int LOOKS = 7;

  static final int FEW = 10;
  static final int MANY = 50;

  /** By then a workflow that changed is to be known again. */
  static final int AGAIN = 30;

  private static final double INTERVAL = 15;

  static LookFigures of(DurationFamily family, int histories) {
    LookOptimum optimum = new LookOptimum(family);
    LookSimulation learning = new LookSimulation(histories, optimum.priceOfAbout(LOOKS));
    return new LookFigures(
        family,
        optimum,
        fixed(family),
        unlearned(family, histories),
        learning.after(FEW, family),
        learning.after(MANY, family));
  }

  static LookCost fixed(DurationFamily family) {
    return LookCost.of(family, now -> now + INTERVAL);
  }

  static LookCost unlearned(DurationFamily family, int histories) {
    return new LookSimulation(histories, 1).after(0, family);
  }

  /** {@return the ratio to the least, after a workflow of the one family became the other} */
  static double afterChange(DurationFamily former, DurationFamily family, int histories) {
    LookOptimum optimum = new LookOptimum(family);
    LookCost cost =
        new LookSimulation(histories, optimum.priceOfAbout(LOOKS))
            .afterChange(MANY, former, AGAIN, family);
    return cost.product() / optimum.product(cost.looks());
  }

  /** {@return Keller's product to the fixed interval's, both where looks are many} */
  double keller() {
    return Math.pow(family.keller(), 2) / family.mean();
  }

  /** {@return the least product at so many looks, to half the mean: the fixed interval's} */
  double least(LookCost cost) {
    return optimum.product(cost.looks()) / (family.mean() / 2);
  }

  /** {@return how many times the least product, at as many looks, this one is} */
  double toLeast(LookCost cost) {
    return cost.product() / optimum.product(cost.looks());
  }

  /** {@return how many times Keller's product this one is} */
  double toKeller(LookCost cost) {
    return 2 * cost.product() / Math.pow(family.keller(), 2);
  }

  static List<DurationFamily> changing() {
    return List.of(
        DurationFamily.normal(600, 0.1),
        DurationFamily.normal(60, 0.1),
        DurationFamily.logNormal(0.5),
        DurationFamily.exponential(),
        DurationFamily.normal(600, 0.05),
        DurationFamily.twoHumps());
  }
}
