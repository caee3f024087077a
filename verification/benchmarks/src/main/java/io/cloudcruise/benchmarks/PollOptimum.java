package io.cloudcruise.benchmarks;

/**
 * The least that polls of runs of a known family can cost, by dynamic programming over moments that
 * are close together. Shares no code with the library, which it judges.
 */
final class PollOptimum {
  private static final int MOMENTS = 4_000;
  private static final int HALVINGS = 25;
  private static final double WIDEST = 20;

  private final DurationFamily family;
  private final double[] times = new double[MOMENTS + 1];

  PollOptimum(DurationFamily family) {
    this.family = family;
    double begin = Math.max(family.begin(), 1e-3);
    for (int i = 1; i <= MOMENTS; i++) {
      times[i] = begin + (family.end() - begin) * i / MOMENTS;
    }
  }

  /** {@return the least product of polls and delay with so many polls on average} */
  double product(double polls) {
    double low = priceOfAbout(polls) / WIDEST;
    double high = priceOfAbout(polls) * WIDEST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(low * high);
      boolean dear = at(middle).polls() < polls;
      high = dear ? middle : high;
      low = dear ? low : middle;
    }
    PollCost fewer = at(high);
    PollCost more = at(low);
    double gap = more.polls() - fewer.polls();
    double part = gap > 0 ? (polls - fewer.polls()) / gap : 0;
    return fewer.product() + part * (more.product() - fewer.product());
  }

  /** {@return the price of a poll, in seconds of delay, at which the best takes so many} */
  double priceOfAbout(double polls) {
    return Math.pow(family.keller() / polls, 2) / 2;
  }

  /** {@return what the best polls cost at this price of one} */
  PollCost at(double price) {
    int[] next = next(price);
    double polls = 0;
    double delay = 0;
    for (int now = 0; now < MOMENTS; now = next[now]) {
      polls += 1 - family.ended(times[next[now]]);
      delay += PollCost.delay(family, times[now], times[next[now]]);
    }
    return new PollCost(polls, delay);
  }

  private int[] next(double price) {
    double[] costs = new double[MOMENTS + 1];
    int[] next = new int[MOMENTS + 1];
    next[MOMENTS] = MOMENTS;
    for (int now = MOMENTS - 1; now >= 0; now--) {
      costs[now] = Double.MAX_VALUE;
      for (int then = now + 1; then <= next[now + 1]; then++) {
        double delay = PollCost.delay(family, times[now], times[then]);
        double cost = delay + price * (1 - family.ended(times[then])) + costs[then];
        if (cost < costs[now]) {
          costs[now] = cost;
          next[now] = then;
        }
      }
    }
    return next;
  }
}
