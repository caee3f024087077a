package io.cloudcruise.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.ratelimit.RateWindow;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BandwidthsTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  static List<List<RateWindow>> windows() {
    return List.of(
        RateWindow.DOCUMENTED,
        List.of(
            new RateWindow(20, Duration.ofSeconds(1)), new RateWindow(30, Duration.ofSeconds(3))),
        List.of(new RateWindow(2, Duration.ofSeconds(1))),
        List.of(new RateWindow(1, Duration.ofSeconds(1))));
  }

  @ParameterizedTest
  @MethodSource("windows")
  void noStretchHoldsTooManyHoweverGreedyTheFleet(List<RateWindow> windows) {
    SlidingWindows.assertKept(windows, grants(windows, new Greed(0)));
  }

  @ParameterizedTest
  @MethodSource("windows")
  void noStretchHoldsTooManyWhenBurstsFollowPauses(List<RateWindow> windows) {
    for (long seed = 1; seed <= 20; seed++) {
      SlidingWindows.assertKept(windows, grants(windows, new Greed(seed)));
    }
  }

  @ParameterizedTest
  @MethodSource("windows")
  void threeQuartersOfTheLongestWindowAreReachedForLong(List<RateWindow> windows) {
    RateWindow longest = windows.get(windows.size() - 1);
    long windowsInAll = LONG.toNanos() / longest.length().toNanos();

    assertThat(grants(windows, new Greed(0)))
        .hasSizeGreaterThan((int) (windowsInAll * longest.requests() * 3 / 4));
  }

  private static List<Long> grants(List<RateWindow> windows, Greed greed) {
    BucketConfiguration configuration = Bandwidths.of(windows);
    ManualClock clock = new ManualClock();
    var builder = Bucket.builder().withCustomTimePrecision(clock);
    for (var bandwidth : configuration.getBandwidths()) {
      builder.addLimit(bandwidth);
    }
    Bucket bucket = builder.build();
    List<Long> grants = new ArrayList<>();
    while (clock.now < LONG.toNanos()) {
      ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
      if (probe.isConsumed()) {
        grants.add(clock.now);
      } else {
        clock.now += greed.pauseAfter(probe.getNanosToWaitForRefill());
      }
    }
    return grants;
  }

  /** Asks again as soon as it is of use, or now and then leaves the buckets time to fill. */
  private static final class Greed {
    private final long seed;
    private final Random random;

    Greed(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    long pauseAfter(long wait) {
      boolean rests = seed != 0 && random.nextInt(20) == 0;
      // Bucket4j rounds down, to zero at last.
      return 1_000 + (rests ? wait + random.nextInt(4_000) * 1_000_000L : wait);
    }
  }

  private static final class ManualClock implements TimeMeter {
    private long now;

    @Override
    public long currentTimeNanos() {
      return now;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
