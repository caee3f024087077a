package io.cloudcruise.core.schedule;

/**
 * How likely a run is to end in each bucket of the {@link LogScale}, as remembered runs let expect.
 *
 * <p>Each remembered run stands for runs that take about as long. What "about" means differs from
 * place to place: as far as it takes to meet a few other remembered runs, on the logarithmic scale
 * (Breiman, Meisel and Purcell 1977). So a workflow that always takes ten minutes and one that may
 * take anything are both read off few runs, without a guess of what kind of workflow it is.
 */
final class Forecast {
  /** What is expected before anything is known, and, with a vanishing share, for ever after. */
  private static final double UNKNOWN_MEAN = 300;

  /** How fast the share of the unknown vanishes: with this power of the runs remembered. */
  private static final double CONFIDENCE = 2.5;

  /** So many remembered runs, the one in question among them, are the few to be met. */
  private static final double FEW = 3;

  /** No run stands for others that take more than this factor longer, as a logarithm. */
  private static final double FARTHEST = 0.6;

  /** How steeply likelihood falls from a run to its neighbours, and where it is cut off. */
  private static final double STEEPNESS = 0.3;

  private static final int CUT_OFF = 8;

  private static final double[] UNKNOWN = unknown();
  private static final double[][] KERNELS = kernels((int) Math.round(FARTHEST / LogScale.WIDTH));

  private final Memory memory;
  private final double[] below = new double[LogScale.BUCKETS + 1];

  private Forecast(Memory memory) {
    this.memory = memory;
    for (int bucket = 0; bucket < LogScale.BUCKETS; bucket++) {
      below[bucket + 1] = below[bucket] + memory.weight(bucket);
    }
  }

  /** {@return the likelihood of each bucket; all are positive and their sum is one} */
  static double[] of(Memory memory) {
    return new Forecast(memory).likelihoods();
  }

  private double[] likelihoods() {
    double known = 1 - 1 / (1 + Math.pow(memory.total(), CONFIDENCE));
    double[] likelihoods = new double[LogScale.BUCKETS];
    for (int bucket = 0; bucket < LogScale.BUCKETS; bucket++) {
      likelihoods[bucket] += (1 - known) * UNKNOWN[bucket];
      if (memory.weight(bucket) > 0) {
        spread(known * memory.weight(bucket) / memory.total(), bucket, likelihoods);
      }
    }
    return likelihoods;
  }

  private void spread(double share, int bucket, double[] likelihoods) {
    double[] kernel = KERNELS[distanceToNeighbours(bucket)];
    int reach = kernel.length / 2;
    for (int i = 0; i < kernel.length; i++) {
      int target = Math.max(0, Math.min(LogScale.BUCKETS - 1, bucket + i - reach));
      likelihoods[target] += share * kernel[i];
    }
  }

  private int distanceToNeighbours(int bucket) {
    int distance = 0;
    while (distance < KERNELS.length - 1 && weightWithin(bucket, distance) < FEW) {
      distance++;
    }
    return distance;
  }

  private double weightWithin(int bucket, int distance) {
    return below[Math.min(LogScale.BUCKETS, bucket + distance + 1)]
        - below[Math.max(0, bucket - distance)];
  }

  private static double[] unknown() {
    double[] unknown = new double[LogScale.BUCKETS];
    for (int bucket = 0; bucket < LogScale.BUCKETS; bucket++) {
      unknown[bucket] =
          Math.exp(-LogScale.edge(bucket) / UNKNOWN_MEAN)
              - Math.exp(-LogScale.edge(bucket + 1) / UNKNOWN_MEAN);
    }
    return unknown;
  }

  private static double[][] kernels(int farthest) {
    double[][] kernels = new double[farthest + 1][];
    for (int distance = 0; distance <= farthest; distance++) {
      kernels[distance] = kernel(STEEPNESS * (distance + 1));
    }
    return kernels;
  }

  /** An exponential's tails, since a few runs say little about the rare ones; a round top. */
  private static double[] kernel(double scale) {
    int reach = (int) (CUT_OFF * scale);
    double[] kernel = new double[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      double distance = Math.abs(i - reach) / scale;
      kernel[i] = (1 + distance) * Math.exp(-distance);
      sum += kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }
}
