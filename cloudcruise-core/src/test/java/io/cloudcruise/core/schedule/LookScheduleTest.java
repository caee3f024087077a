package io.cloudcruise.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LookScheduleTest {
  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Draws the middle of everything, so that nothing is moved. */
  private static final RandomGenerator NO_JITTER = () -> Long.MIN_VALUE;

  @Test
  void pausesGrowFromShortToLongestWithoutHistory() {
    LookSchedule schedule = LookSchedule.of(DurationSketch.none(), SECOND);

    assertThat(pauses(schedule, 200))
        .isSorted()
        .startsWith(Duration.ofSeconds(3))
        .endsWith(Duration.ofSeconds(10));
  }

  @Test
  void looksGatherWhereRunsEnd() {
    LookSchedule schedule = LookSchedule.of(sketch(1, 550, 650, 50), SECOND);

    List<Duration> looks = looks(schedule, Duration.ofSeconds(650));

    assertThat(looks).filteredOn(look -> look.toSeconds() < 500).hasSizeLessThan(3);
    assertThat(looks).filteredOn(look -> look.toSeconds() >= 500).hasSizeGreaterThan(5);
  }

  @Test
  void aRunLongerThanAllKnownOnesIsLookedAtForEver() {
    for (int seed = 0; seed < 50; seed++) {
      LookSchedule schedule = LookSchedule.of(sketch(seed, 10, 20 << seed % 8, 1 + seed), SECOND);

      for (Duration now = Duration.ofHours(6); now.toDays() < 2; now = now.plusSeconds(700)) {
        assertThat(schedule.pauseAfter(now, NO_JITTER)).isLessThanOrEqualTo(Duration.ofSeconds(10));
      }
    }
  }

  @Test
  void beyondAllKnownRunsPausesAreTwoMinutesAtMostAndNoLongerThanTheTimeElapsed() {
    for (int seed = 0; seed < 50; seed++) {
      int longest = 20 << seed % 8;
      LookSchedule schedule = LookSchedule.of(sketch(seed, 10, longest, 1 + seed), SECOND);

      for (long now = longest; now < 20_000; now += 1 + now / 20) {
        assertThat(schedule.pauseAfter(Duration.ofSeconds(now), NO_JITTER))
            .isLessThanOrEqualTo(Duration.ofSeconds(Math.min(120, now)));
      }
    }
  }

  @Test
  void laterNowMeansLaterNextLook() {
    LookSchedule schedule = LookSchedule.of(sketch(1, 60, 600, 20), SECOND);
    Duration before = Duration.ZERO;

    for (int now = 0; now < 3_000; now++) {
      Duration elapsed = Duration.ofSeconds(now);
      Duration next = elapsed.plus(schedule.pauseAfter(elapsed, NO_JITTER));

      assertThat(next).isGreaterThan(elapsed).isGreaterThanOrEqualTo(before);
      before = next;
    }
  }

  @Test
  void hardlyLaterNowMeansHardlyLaterNextLook() {
    LookSchedule schedule = LookSchedule.of(sketch(1, 60, 600, 40), SECOND);
    Duration before = schedule.pauseAfter(Duration.ZERO, NO_JITTER);

    for (int now = 100; now < 500_000; now += 100) {
      Duration elapsed = Duration.ofMillis(now);
      Duration next = elapsed.plus(schedule.pauseAfter(elapsed, NO_JITTER));

      assertThat(next).isBetween(before, before.plusSeconds(5));
      before = next;
    }
  }

  @Test
  void knowledgeReachesUpToSixHours() {
    DurationSketch sketch = DurationSketch.none();
    for (int run = 0; run < 30; run++) {
      sketch = sketch.with(Duration.ofHours(6), Duration.ofHours(24));
    }

    LookSchedule schedule = LookSchedule.of(sketch, SECOND);

    assertThat(schedule.pauseAfter(Duration.ofMinutes(355), NO_JITTER))
        .isGreaterThan(Duration.ofMinutes(2));
    assertThat(schedule.pauseAfter(Duration.ofHours(6), NO_JITTER))
        .isLessThanOrEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void moreDelayPerLookMeansFewerLooks() {
    DurationSketch sketch = sketch(1, 60, 600, 20);

    assertThat(looks(LookSchedule.of(sketch, Duration.ofSeconds(16)), Duration.ofSeconds(600)))
        .hasSizeLessThan(
            looks(LookSchedule.of(sketch, SECOND), Duration.ofSeconds(600)).size() / 2);
  }

  @Test
  void jitterMovesALookByATenthAtMost() {
    LookSchedule schedule = LookSchedule.of(DurationSketch.none(), SECOND);
    Random random = new Random(1);

    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      pauses.add(schedule.pauseAfter(Duration.ofMinutes(10), random));
    }

    assertThat(pauses)
        .allMatch(pause -> pause.minusSeconds(10).abs().compareTo(Duration.ofSeconds(1)) <= 0)
        .anyMatch(pause -> pause.toMillis() < 9_100)
        .anyMatch(pause -> pause.toMillis() > 10_900);
  }

  @Test
  void extremesOverflowNothing() {
    DurationSketch sketch =
        sketch(1, 60, 600, 20).with(FOREVER, FOREVER).with(Duration.ZERO, Duration.ZERO);

    for (Duration price : List.of(Duration.ofNanos(1), SECOND, FOREVER)) {
      for (Duration elapsed : List.of(Duration.ZERO, Duration.ofHours(6), FOREVER)) {
        assertThat(LookSchedule.of(sketch, price).pauseAfter(elapsed, NO_JITTER))
            .isGreaterThanOrEqualTo(Duration.ofMillis(100));
        assertThat(LookSchedule.of(DurationSketch.none(), price).pauseAfter(elapsed, NO_JITTER))
            .isGreaterThanOrEqualTo(Duration.ofMillis(100));
      }
    }
  }

  @Test
  void pricesAndTimesThatAreNoneAreRefused() {
    LookSchedule schedule = LookSchedule.of(DurationSketch.none(), SECOND);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LookSchedule.of(DurationSketch.none(), Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LookSchedule.of(DurationSketch.none(), Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> schedule.pauseAfter(Duration.ofNanos(-1), NO_JITTER));
  }

  private static DurationSketch sketch(long seed, int shortest, int longest, int runs) {
    Random random = new Random(seed);
    DurationSketch sketch = DurationSketch.none();
    for (int i = 0; i < runs; i++) {
      Duration duration = Duration.ofSeconds(random.nextInt(shortest, longest));
      sketch = sketch.with(duration, duration.plusSeconds(5));
    }
    return sketch;
  }

  private static List<Duration> pauses(LookSchedule schedule, int seconds) {
    List<Duration> pauses = new ArrayList<>();
    Duration now = Duration.ZERO;
    while (now.toSeconds() < seconds) {
      pauses.add(schedule.pauseAfter(now, NO_JITTER));
      now = now.plus(pauses.get(pauses.size() - 1));
    }
    return pauses;
  }

  private static List<Duration> looks(LookSchedule schedule, Duration end) {
    List<Duration> looks = new ArrayList<>();
    Duration now = schedule.pauseAfter(Duration.ZERO, NO_JITTER);
    while (now.compareTo(end) < 0) {
      looks.add(now);
      now = now.plus(schedule.pauseAfter(now, NO_JITTER));
    }
    return looks;
  }
}
