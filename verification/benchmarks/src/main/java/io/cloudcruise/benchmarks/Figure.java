package io.cloudcruise.benchmarks;

import java.util.Objects;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What was measured of one benchmark at one size. Medians, because a neighbour on the same machine
 * who takes a core for a second must not decide what is compared.
 *
 * @param micros the median time of one operation
 * @param fastest of an iteration's averages
 * @param slowest of an iteration's averages
 * @param allocated the median of the bytes that one operation allocated, in all threads
 */
record Figure(
    Contender contender,
    PayloadSize size,
    double micros,
    double fastest,
    double slowest,
    double allocated) {
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final int MEDIAN = 50;

  static Figure of(RunResult result) {
    Statistics time = result.getPrimaryResult().getStatistics();
    Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
    Statistics bytes = Objects.requireNonNull(allocated, ALLOCATED).getStatistics();
    return new Figure(
        Contender.of(result.getParams().getBenchmark()),
        PayloadSize.valueOf(result.getParams().getParam("size")),
        time.getPercentile(MEDIAN),
        time.getMin(),
        time.getMax(),
        bytes.getPercentile(MEDIAN));
  }
}
