package io.cloudcruise.core.schedule;

import java.time.Duration;
import java.util.Arrays;

/**
 * What is remembered of how long the runs of one workflow took, from when they were first seen to
 * their ends. It takes about 2 KB, however many runs are recorded.
 *
 * <p>It remembers twice, for long and for short: the last 50 runs or so, and the last ten, in two
 * histograms on a logarithmic scale. Whichever has foretold recent runs better is believed more, so
 * that steady durations are known well, and changed ones are followed.
 *
 * <p>Immutable, and safe to share between threads.
 */
public final class DurationHistogram {
  private static final DurationHistogram NONE =
      new DurationHistogram(Memory.of(50), Memory.of(10), 0);

  /** How fast it fades how well the memories did. */
  private static final double FADING = 0.9;

  /** The long memory gets the benefit of a doubt: these odds, as a logarithm. */
  private static final double DOUBT = 2;

  /** What a moment takes of a bucket, so that its likelihood is not zero. */
  private static final double MOMENT = 1e-6;

  private final Memory longer;
  private final Memory shorter;

  /** By how much the short memory has foretold better of late: the logarithm of the odds. */
  private final double lead;

  private DurationHistogram(Memory longer, Memory shorter, double lead) {
    this.longer = longer;
    this.shorter = shorter;
    this.lead = lead;
  }

  /** {@return a histogram that remembers no run} */
  public static DurationHistogram none() {
    return NONE;
  }

  /**
   * Adds a run. A run is seen to have ended only when somebody polls, so how long it took is known
   * between two polls. Within them the histogram takes for likely what it knows of other runs.
   *
   * @param atLeast when the last poll saw it unfinished, since it was first seen
   * @param atMost when a poll saw it ended, since it was first seen
   * @return this and the run
   * @throws IllegalArgumentException if a duration is negative, or the first exceeds the second
   */
  public DurationHistogram with(Duration atLeast, Duration atMost) {
    if (atLeast.isNegative() || atLeast.compareTo(atMost) > 0) {
      throw new IllegalArgumentException("not a span of time: " + atLeast + " to " + atMost);
    }
    double[] span = span(LogScale.position(atLeast), LogScale.position(atMost));
    double[] run = product(span, openMinded());
    double likelihood = Arrays.stream(run).sum();
    Arrays.setAll(run, bucket -> run[bucket] / likelihood);
    return new DurationHistogram(longer.with(run), shorter.with(run), FADING * lead + lead(span));
  }

  boolean isEmpty() {
    return longer.total() == 0;
  }

  /** {@return the likelihood of each bucket; all are positive and their sum is one} */
  double[] likelihoods() {
    double[] likelihoods = Forecast.of(longer);
    double[] recent = Forecast.of(shorter);
    double belief = 1 / (1 + Math.exp(DOUBT - lead));
    Arrays.setAll(
        likelihoods,
        bucket -> likelihoods[bucket] + belief * (recent[bucket] - likelihoods[bucket]));
    return likelihoods;
  }

  /**
   * What is believed of where in a span a run ended. Now and then, less often the more is known, it
   * is a run of a new kind: a schedule that rarely polls where it expects nothing must not, for
   * that reason alone, go on expecting nothing there.
   */
  private double[] openMinded() {
    double[] likelihoods = likelihoods();
    double unheardOf = 1 / Math.pow(1 + longer.total(), 2);
    Arrays.setAll(
        likelihoods,
        bucket -> (1 - unheardOf) * likelihoods[bucket] + unheardOf / LogScale.BUCKETS);
    return likelihoods;
  }

  private double lead(double[] span) {
    double recent = Arrays.stream(product(span, Forecast.of(shorter))).sum();
    double usual = Arrays.stream(product(span, Forecast.of(longer))).sum();
    return Math.log(recent / usual);
  }

  /** How much of each bucket lies between two positions; of a moment, next to nothing. */
  private static double[] span(double from, double to) {
    double begin = Math.min(from, LogScale.BUCKETS - MOMENT);
    double end = Math.max(to, begin + MOMENT);
    double[] span = new double[LogScale.BUCKETS];
    for (int bucket = (int) begin; bucket < Math.min(end, LogScale.BUCKETS); bucket++) {
      span[bucket] = Math.min(end, bucket + 1) - Math.max(begin, bucket);
    }
    return span;
  }

  private static double[] product(double[] some, double[] others) {
    double[] product = some.clone();
    Arrays.setAll(product, bucket -> some[bucket] * others[bucket]);
    return product;
  }
}
