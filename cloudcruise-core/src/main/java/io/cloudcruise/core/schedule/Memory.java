package io.cloudcruise.core.schedule;

import java.util.Arrays;

/**
 * How much of the remembered runs ended in each bucket of the {@link LogScale}. Holds so many runs
 * and no more: once it is full, each new one lets all before it fade. Immutable.
 */
final class Memory {
  private final double capacity;
  private final double[] weights;
  private final double total;

  private Memory(double capacity, double[] weights) {
    this.capacity = capacity;
    this.weights = weights;
    this.total = Arrays.stream(weights).sum();
  }

  static Memory of(int capacity) {
    return new Memory(capacity, new double[LogScale.BUCKETS]);
  }

  /** {@return how many runs it remembers, faded ones in part} */
  double total() {
    return total;
  }

  double weight(int bucket) {
    return weights[bucket];
  }

  /** {@return this and one more run, which is certain to have ended in these shares} */
  Memory with(double[] run) {
    return faded(capacity - 1).plus(run);
  }

  private Memory plus(double[] others) {
    double[] sum = weights.clone();
    Arrays.setAll(sum, bucket -> sum[bucket] + others[bucket]);
    return new Memory(capacity, sum);
  }

  private Memory faded(double size) {
    double kept = total > size ? size / total : 1;
    return new Memory(capacity, Arrays.stream(weights).map(weight -> weight * kept).toArray());
  }
}
