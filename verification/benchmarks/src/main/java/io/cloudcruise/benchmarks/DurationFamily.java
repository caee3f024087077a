package io.cloudcruise.benchmarks;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/** How long the runs of a made-up workflow take, in seconds: a density, tabulated. */
final class DurationFamily {
  private static final int STEPS = 20_000;

  private final String label;
  private final double begin;
  private final double step;
  private final double[] ended = new double[STEPS + 1];
  private final double[] area = new double[STEPS + 1];

  private DurationFamily(String label, double begin, double end, DoubleUnaryOperator density) {
    this.label = label;
    this.begin = begin;
    this.step = (end - begin) / STEPS;
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += density.applyAsDouble(begin + (i + 0.5) * step);
      ended[i + 1] = sum;
    }
    for (int i = 0; i < STEPS; i++) {
      ended[i + 1] /= sum;
      area[i + 1] = area[i] + step * (ended[i] + ended[i + 1]) / 2;
    }
  }

  static List<DurationFamily> all() {
    return List.of(
        normal(600, 0.05),
        normal(600, 0.1),
        twoHumps(),
        logNormal(0.3),
        logNormal(0.5),
        logNormal(1),
        pareto(),
        exponential());
  }

  static DurationFamily normal(double mean, double deviation) {
    String label = "normal, %.0f s ± %.0f%%".formatted(mean, 100 * deviation);
    double spread = 6 * deviation * mean;
    return new DurationFamily(label, mean - spread, mean + spread, bell(mean, deviation * mean));
  }

  static DurationFamily twoHumps() {
    DoubleUnaryOperator low = bell(60, 6);
    DoubleUnaryOperator high = bell(600, 60);
    return new DurationFamily(
        "two humps, 60 s and 600 s, each ± 10%",
        24, 960, t -> low.applyAsDouble(t) + high.applyAsDouble(t));
  }

  static DurationFamily logNormal(double sigma) {
    DoubleUnaryOperator bell = bell(Math.log(300), sigma);
    return new DurationFamily(
        "log-normal, median 300 s, sigma " + sigma,
        0,
        300 * Math.exp(4.5 * sigma),
        t -> bell.applyAsDouble(Math.log(t)) / t);
  }

  static DurationFamily pareto() {
    String label = "Pareto from 30 s, exponent 1.5, cut at 1800 s";
    return new DurationFamily(label, 30, 1800, t -> Math.pow(t, -2.5));
  }

  static DurationFamily exponential() {
    return new DurationFamily("exponential, mean 300 s", 0, 3600, t -> Math.exp(-t / 300));
  }

  static DurationFamily anythingUnder(double end) {
    return new DurationFamily("anything under %.0f s".formatted(end), 0, end, t -> 1);
  }

  private static DoubleUnaryOperator bell(double mean, double deviation) {
    return t -> Math.exp(-(t - mean) * (t - mean) / (2 * deviation * deviation)) / deviation;
  }

  String label() {
    return label;
  }

  double begin() {
    return begin;
  }

  /** {@return when all runs have ended} */
  double end() {
    return begin + STEPS * step;
  }

  double mean() {
    return end() - area[STEPS];
  }

  /** {@return the part of all runs that have ended by then} */
  double ended(double time) {
    return interpolated(ended, time);
  }

  /** {@return by then, how long a run has been over on average; zero if it is not} */
  double delay(double time) {
    return interpolated(area, time) + Math.max(0, time - end());
  }

  /** {@return the integral of the root of density times survival: squared, Keller's N times D} */
  double keller() {
    double keller = 0;
    for (int i = 0; i < STEPS; i++) {
      double density = (ended[i + 1] - ended[i]) / step;
      keller += step * Math.sqrt(density * (1 - (ended[i] + ended[i + 1]) / 2));
    }
    return keller;
  }

  double draw(RandomGenerator random) {
    double part = random.nextDouble();
    int low = 0;
    int high = STEPS;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      low = ended[middle] <= part ? middle : low;
      high = ended[middle] <= part ? high : middle;
    }
    return begin + step * (low + (part - ended[low]) / (ended[high] - ended[low]));
  }

  private double interpolated(double[] table, double time) {
    double position = Math.max(0, Math.min(STEPS, (time - begin) / step));
    int i = Math.min(STEPS - 1, (int) position);
    return table[i] + (position - i) * (table[i + 1] - table[i]);
  }
}
