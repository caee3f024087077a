package io.cloudcruise.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DurationHistogramTest {
  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

  @Test
  void expectsMostWhatItHasSeen() {
    double[] likelihoods = histogram(600, 600, 600).likelihoods();

    int seen = (int) LogScale.position(600);
    assertThat(likelihoods[seen]).isEqualTo(Arrays.stream(likelihoods).max().orElseThrow());
  }

  @Test
  void rulesNothingOut() {
    Random random = new Random(1);
    DurationHistogram histogram = DurationHistogram.none();
    for (int i = 0; i < 200; i++) {
      Duration atLeast = Duration.ofSeconds(random.nextInt(2_000));
      histogram = histogram.with(atLeast, atLeast.plusSeconds(random.nextInt(500)));

      assertThat(Arrays.stream(histogram.likelihoods())).allMatch(likelihood -> likelihood > 0);
      assertThat(Arrays.stream(histogram.likelihoods()).sum()).isEqualTo(1, within(1e-9));
    }
  }

  @Test
  void durationsOfZeroAndForeverDoNoHarm() {
    DurationHistogram histogram =
        DurationHistogram.none()
            .with(Duration.ZERO, Duration.ZERO)
            .with(FOREVER, FOREVER)
            .with(Duration.ZERO, FOREVER);

    assertThat(Arrays.stream(histogram.likelihoods())).allMatch(value -> value > 0 && value < 1);
  }

  @Test
  void spansThatAreNoneAreRefused() {
    DurationHistogram none = DurationHistogram.none();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> none.with(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> none.with(Duration.ofSeconds(-1), Duration.ofSeconds(1)));
  }

  @Test
  void olderRunsCountLess() {
    DurationHistogram histogram = histogram(random(3, 50));
    for (int i = 0; i < 30; i++) {
      histogram = histogram.with(Duration.ofSeconds(20), Duration.ofSeconds(21));
    }

    double[] likelihoods = histogram.likelihoods();
    int beyond = (int) LogScale.position(60);
    double old = Arrays.stream(likelihoods, beyond, LogScale.BUCKETS).sum();
    assertThat(old).isLessThan(0.1);
  }

  @Test
  void aSpanSeenByNoPollStaysOpen() {
    DurationHistogram before = histogram(new Random(1).longs(10, 540, 660).toArray());

    DurationHistogram after = before.with(Duration.ZERO, Duration.ofSeconds(500));

    int minute = (int) LogScale.position(60);
    assertThat(after.likelihoods()[minute]).isGreaterThan(6 * before.likelihoods()[minute]);
  }

  @Test
  void theFirstRunIsTakenToHaveEndedAnywhereInItsSpan() {
    double[] unknown = DurationHistogram.none().likelihoods();

    double[] likelihoods = DurationHistogram.none().with(Duration.ZERO, FOREVER).likelihoods();

    for (int bucket = 30; bucket < 100; bucket++) {
      assertThat(2 * likelihoods[bucket] - unknown[bucket])
          .as("what the run adds, as far from the ends as bucket %s", bucket)
          .isEqualTo(1.0 / LogScale.BUCKETS, within(1e-9));
    }
  }

  @Test
  void whereInItsSpanARunEndedIsToldFromOtherRuns() {
    int seen = (int) LogScale.position(600);
    DurationHistogram before = histogram(600, 600, 600, 600, 600);

    DurationHistogram after = before.with(Duration.ZERO, Duration.ofHours(1));

    assertThat(after.likelihoods()[seen]).isGreaterThan(0.95 * before.likelihoods()[seen]);
  }

  @Test
  void aRunFarFromAllOthersStandsForAWideRange() {
    DurationHistogram histogram =
        histogram(20, 20, 20, 20, 20, 20).with(Duration.ofHours(1), Duration.ofHours(1));

    int alone = (int) LogScale.position(3_600);
    int amongOthers = (int) LogScale.position(20);
    double[] likelihoods = histogram.likelihoods();
    assertThat(likelihoods[alone + 4]).isGreaterThan(likelihoods[alone] / 2);
    assertThat(likelihoods[amongOthers + 4]).isLessThan(likelihoods[amongOthers] / 10);
  }

  private static DurationHistogram histogram(long... seconds) {
    DurationHistogram histogram = DurationHistogram.none();
    for (long second : seconds) {
      histogram = histogram.with(Duration.ofSeconds(second), Duration.ofSeconds(second));
    }
    return histogram;
  }

  private static long[] random(long seed, int runs) {
    return new Random(seed).longs(runs, 100, 1_000).toArray();
  }
}
