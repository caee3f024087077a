package io.cloudcruise.benchmarks;

import java.util.List;

/**
 * What learned polls cost for one family, beside the least and the fixed ones.
 *
 * @param fixed every 15 seconds, as the platform's own example polls
 * @param unlearned without history
 * @param few after ten runs
 * @param many after fifty runs
 */
record PollFigures(
    DurationFamily family,
    PollOptimum optimum,
    PollCost fixed,
    PollCost unlearned,
    PollCost few,
    PollCost many) {
  /** The knob of the table: a price at which Keller's density takes so many polls. */
  static final int LOOKS = 7;

  static final int FEW = 10;
  static final int MANY = 50;

  /** By then a workflow that changed is to be known again. */
  static final int AGAIN = 30;

  private static final double INTERVAL = 15;

  static PollFigures of(DurationFamily family, int histories) {
    PollOptimum optimum = new PollOptimum(family);
    PollSimulation learning = new PollSimulation(histories, optimum.priceOfAbout(LOOKS));
    return new PollFigures(
        family,
        optimum,
        fixed(family),
        unlearned(family, histories),
        learning.after(FEW, family),
        learning.after(MANY, family));
  }

  static PollCost fixed(DurationFamily family) {
    return PollCost.of(family, now -> now + INTERVAL);
  }

  static PollCost unlearned(DurationFamily family, int histories) {
    return new PollSimulation(histories, 1).after(0, family);
  }

  /** {@return the ratio to the least, after a workflow of the one family became the other} */
  static double afterChange(DurationFamily former, DurationFamily family, int histories) {
    PollOptimum optimum = new PollOptimum(family);
    PollCost cost =
        new PollSimulation(histories, optimum.priceOfAbout(LOOKS))
            .afterChange(MANY, former, AGAIN, family);
    return cost.product() / optimum.product(cost.polls());
  }

  /** {@return Keller's product to the fixed interval's, both where polls are many} */
  double keller() {
    return Math.pow(family.keller(), 2) / family.mean();
  }

  /** {@return the least product at so many polls, to half the mean: the fixed interval's} */
  double least(PollCost cost) {
    return optimum.product(cost.polls()) / (family.mean() / 2);
  }

  /** {@return how many times the least product, at as many polls, this one is} */
  double toLeast(PollCost cost) {
    return cost.product() / optimum.product(cost.polls());
  }

  /** {@return how many times Keller's product this one is} */
  double toKeller(PollCost cost) {
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
