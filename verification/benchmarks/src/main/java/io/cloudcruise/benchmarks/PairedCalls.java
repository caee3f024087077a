package io.cloudcruise.benchmarks;

import java.io.IOException;
import java.util.Arrays;

/**
 * How much longer a call takes through this library than through the bare client, both made in
 * turns in one process: a difference of microseconds drowns in what forks differ by.
 *
 * @param lower the lower quartile of the pairs' differences, in microseconds
 * @param median the median of the pairs' differences, in microseconds
 * @param upper the upper quartile of the pairs' differences, in microseconds
 */
record PairedCalls(PayloadSize size, double lower, double median, double upper) {
  private static final int WARM_UP = 5_000;

  static PairedCalls measure(PayloadSize size, int pairs) throws IOException, InterruptedException {
    CallBenchmark calls = new CallBenchmark();
    calls.size = size;
    calls.response();
    try {
      differences(calls, WARM_UP);
      return of(size, differences(calls, pairs));
    } finally {
      calls.close();
    }
  }

  private static PairedCalls of(PayloadSize size, double[] differences) {
    Arrays.sort(differences);
    int last = differences.length - 1;
    return new PairedCalls(
        size, differences[last / 4], differences[last / 2], differences[last * 3 / 4]);
  }

  private static double[] differences(CallBenchmark calls, int pairs)
      throws IOException, InterruptedException {
    double[] differences = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      differences[i] = i % 2 == 0 ? bareFirst(calls) : libraryFirst(calls);
    }
    return differences;
  }

  private static double bareFirst(CallBenchmark calls) throws IOException, InterruptedException {
    long start = System.nanoTime();
    calls.bareClient();
    long between = System.nanoTime();
    calls.library();
    return micros((System.nanoTime() - between) - (between - start));
  }

  private static double libraryFirst(CallBenchmark calls) throws IOException, InterruptedException {
    long start = System.nanoTime();
    calls.library();
    long between = System.nanoTime();
    calls.bareClient();
    return micros((between - start) - (System.nanoTime() - between));
  }

  private static double micros(long nanos) {
    return nanos / 1e3;
  }
}
