package io.cloudcruise.redis;

import io.cloudcruise.core.ratelimit.RateWindow;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BandwidthBuilder;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import java.time.Duration;
import java.util.List;

/**
 * Windows as token buckets that no sliding window can catch out.
 *
 * <p>A bucket that holds {@code n} and is refilled with {@code n} in each window lets up to twice
 * as many through: all that it holds, and what flows in while the window lasts. So what it holds
 * and what flows in during a window are counted together. A bucket of {@code c} with {@code r} in
 * each time {@code t} lets through at most {@code floor(c + r * s / t)} in a stretch {@code s};
 * with {@code c + r = n + 1} that is at most {@code n} in every stretch shorter than {@code t}.
 */
final class Bandwidths {
  /**
   * How much longer than it is a window is taken for: requests that were granted a window apart may
   * arrive closer together. As much as the budget of a single process takes.
   */
  static final Duration MARGIN = Duration.ofMillis(250);

  /** What a bucket holds of its window; the more it does, the slower it is refilled. */
  private static final int ONE_IN = 5;

  private Bandwidths() {}

  static BucketConfiguration of(List<RateWindow> windows) {
    ConfigurationBuilder configuration = BucketConfiguration.builder();
    windows.forEach(window -> configuration.addLimit(of(window)));
    return configuration.build();
  }

  private static Bandwidth of(RateWindow window) {
    int atOnce = Math.max(1, window.requests() / ONE_IN);
    return BandwidthBuilder.builder()
        .capacity(atOnce)
        .refillGreedy(window.requests() + 1 - atOnce, window.length().plus(MARGIN))
        .build();
  }
}
