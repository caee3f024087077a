package io.cloudcruise.core.schedule;

/**
 * The polls that cost least, where a poll costs as much as so many seconds of delay between the end
 * of a run and the poll that sees it.
 *
 * <p>This is the inspection problem of Barlow, Hunter and Proschan (1963). Where polls are many,
 * its solution has a density of {@code sqrt(h(t) / 2c)} polls a second, for the hazard rate {@code
 * h} and the cost {@code c} of a poll (Keller 1974). That is of no help where polls are few, or
 * where runs end at a minute or at ten but not between. So it is solved exactly, by dynamic
 * programming from the last moment to the first, with polls at the edges of the buckets and at some
 * moments within them.
 */
final class OptimalPolls {
  /** Moments per bucket: less than one percent from one to the next. */
  private static final int PARTS = 8;

  /** A run that is as unlikely as this to be still going on is left to the caller. */
  private static final double NEGLIGIBLE = 1e-5;

  private final double[] times;
  private final int[] next;

  private OptimalPolls(double[] times, int[] next) {
    this.times = times;
    this.next = next;
  }

  /** {@return the polls for these likelihoods of the buckets, and this price of a poll} */
  static OptimalPolls of(double[] likelihoods, double secondsPerPoll) {
    double[] ended = ended(likelihoods);
    int last = last(ended);
    double[] times = times(last);
    return new OptimalPolls(times, next(times, ended, secondsPerPoll));
  }

  /** {@return the moment from which on it knows nothing, in seconds} */
  double horizon() {
    return times[times.length - 1];
  }

  /** {@return the poll to follow one at this moment before the horizon, in seconds} */
  double after(double seconds) {
    int moment = moment(seconds);
    double between = (seconds - times[moment]) / (times[moment + 1] - times[moment]);
    double next = following(moment) + between * (following(moment + 1) - following(moment));
    return Math.max(next, times[moment + 1]);
  }

  private double following(int moment) {
    return times[next[moment]];
  }

  private int moment(double seconds) {
    int bucket = (int) LogScale.position(seconds);
    double edge = LogScale.edge(bucket);
    double within = (seconds - edge) / (LogScale.edge(bucket + 1) - edge);
    return Math.min(times.length - 2, bucket * PARTS + (int) (PARTS * within));
  }

  private static double[] ended(double[] likelihoods) {
    double[] ended = new double[likelihoods.length * PARTS + 1];
    for (int i = 0; i < ended.length - 1; i++) {
      ended[i + 1] = ended[i] + likelihoods[i / PARTS] / PARTS;
    }
    return ended;
  }

  private static int last(double[] ended) {
    int last = ended.length - 1;
    while (ended[last - 1] > 1 - NEGLIGIBLE) {
      last--;
    }
    return last;
  }

  private static double[] times(int last) {
    double[] times = new double[last + 1];
    for (int i = 0; i <= last; i++) {
      double edge = LogScale.edge(i / PARTS);
      times[i] = edge + (LogScale.edge(i / PARTS + 1) - edge) * (i % PARTS) / PARTS;
    }
    return times;
  }

  /**
   * The later a poll, the later the best one after it, which bounds where it is searched for. The
   * expected delay is the area under {@code ended}, less what polls have seen by then; the area is
   * the same whatever the polls, and left out.
   */
  private static int[] next(double[] times, double[] ended, double price) {
    int last = times.length - 1;
    int[] next = new int[times.length];
    double[] costs = new double[times.length];
    next[last] = last;
    for (int now = last - 1; now >= 0; now--) {
      costs[now] = Double.MAX_VALUE;
      for (int then = now + 1; then <= next[now + 1]; then++) {
        double seen = ended[now] * (times[then] - times[now]);
        double cost = price * (1 - ended[then]) - seen + costs[then];
        if (cost < costs[now]) {
          costs[now] = cost;
          next[now] = then;
        }
      }
    }
    return next;
  }
}
