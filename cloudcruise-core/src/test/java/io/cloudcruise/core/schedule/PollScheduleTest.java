package io.cloudcruise.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PollScheduleTest {
  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Draws the middle of everything, so that nothing is moved. */
  private static final RandomGenerator NO_JITTER = () -> Long.MIN_VALUE;

  @Test
  void pausesGrowFromShortToLongestWithoutHistory() {
    PollSchedule schedule = PollSchedule.of(DurationHistogram.none(), SECOND);

    assertThat(pauses(schedule, 200))
        .isSorted()
        .startsWith(Duration.ofSeconds(3))
        .endsWith(Duration.ofSeconds(10));
  }

  @Test
  void pollsGatherWhereRunsEnd() {
    PollSchedule schedule = PollSchedule.of(histogram(1, 550, 650, 50), SECOND);

    List<Duration> polls = polls(schedule, Duration.ofSeconds(650));

    assertThat(polls).filteredOn(poll -> poll.toSeconds() < 500).hasSizeLessThan(3);
    assertThat(polls).filteredOn(poll -> poll.toSeconds() >= 500).hasSizeGreaterThan(5);
  }

  @Test
  void aRunLongerThanAllKnownOnesIsPolledForEver() {
    for (int seed = 0; seed < 50; seed++) {
      PollSchedule schedule =
          PollSchedule.of(histogram(seed, 10, 20 << seed % 8, 1 + seed), SECOND);

      for (Duration now = Duration.ofHours(6); now.toDays() < 2; now = now.plusSeconds(700)) {
        assertThat(schedule.pauseAfter(now, NO_JITTER)).isLessThanOrEqualTo(Duration.ofSeconds(10));
      }
    }
  }

  @Test
  void beyondAllKnownRunsPausesAreTwoMinutesAtMostAndNoLongerThanTheTimeElapsed() {
    for (int seed = 0; seed < 50; seed++) {
      int longest = 20 << seed % 8;
      PollSchedule schedule = PollSchedule.of(histogram(seed, 10, longest, 1 + seed), SECOND);

      for (long now = longest; now < 20_000; now += 1 + now / 20) {
        assertThat(schedule.pauseAfter(Duration.ofSeconds(now), NO_JITTER))
            .isLessThanOrEqualTo(Duration.ofSeconds(Math.min(120, now)));
      }
    }
  }

  @Test
  void laterNowMeansLaterNextPoll() {
    PollSchedule schedule = PollSchedule.of(histogram(1, 60, 600, 20), SECOND);
    Duration before = Duration.ZERO;

    for (int now = 0; now < 3_000; now++) {
      Duration elapsed = Duration.ofSeconds(now);
      Duration next = elapsed.plus(schedule.pauseAfter(elapsed, NO_JITTER));

      assertThat(next).isGreaterThan(elapsed).isGreaterThanOrEqualTo(before);
      before = next;
    }
  }

  @Test
  void hardlyLaterNowMeansHardlyLaterNextPoll() {
    PollSchedule schedule = PollSchedule.of(histogram(1, 60, 600, 40), SECOND);
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
    DurationHistogram histogram = DurationHistogram.none();
    for (int run = 0; run < 30; run++) {
      histogram = histogram.with(Duration.ofHours(6), Duration.ofHours(24));
    }

    PollSchedule schedule = PollSchedule.of(histogram, SECOND);

    assertThat(schedule.pauseAfter(Duration.ofMinutes(355), NO_JITTER))
        .isGreaterThan(Duration.ofMinutes(2));
    assertThat(schedule.pauseAfter(Duration.ofHours(6), NO_JITTER))
        .isLessThanOrEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void moreDelayPerPollMeansFewerPolls() {
    DurationHistogram histogram = histogram(1, 60, 600, 20);

    assertThat(polls(PollSchedule.of(histogram, Duration.ofSeconds(16)), Duration.ofSeconds(600)))
        .hasSizeLessThan(
            polls(PollSchedule.of(histogram, SECOND), Duration.ofSeconds(600)).size() / 2);
  }

  @Test
  void jitterMovesAPollByATenthAtMost() {
    PollSchedule schedule = PollSchedule.of(DurationHistogram.none(), SECOND);
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
    DurationHistogram histogram =
        histogram(1, 60, 600, 20).with(FOREVER, FOREVER).with(Duration.ZERO, Duration.ZERO);

    for (Duration price : List.of(Duration.ofNanos(1), SECOND, FOREVER)) {
      for (Duration elapsed : List.of(Duration.ZERO, Duration.ofHours(6), FOREVER)) {
        assertThat(PollSchedule.of(histogram, price).pauseAfter(elapsed, NO_JITTER))
            .isGreaterThanOrEqualTo(Duration.ofMillis(100));
        assertThat(PollSchedule.of(DurationHistogram.none(), price).pauseAfter(elapsed, NO_JITTER))
            .isGreaterThanOrEqualTo(Duration.ofMillis(100));
      }
    }
  }

  @Test
  void pricesAndTimesThatAreNoneAreRefused() {
    PollSchedule schedule = PollSchedule.of(DurationHistogram.none(), SECOND);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PollSchedule.of(DurationHistogram.none(), Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PollSchedule.of(DurationHistogram.none(), Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> schedule.pauseAfter(Duration.ofNanos(-1), NO_JITTER));
  }

  private static DurationHistogram histogram(long seed, int shortest, int longest, int runs) {
    Random random = new Random(seed);
    DurationHistogram histogram = DurationHistogram.none();
    for (int i = 0; i < runs; i++) {
      Duration duration = Duration.ofSeconds(random.nextInt(shortest, longest));
      histogram = histogram.with(duration, duration.plusSeconds(5));
    }
    return histogram;
  }

  private static List<Duration> pauses(PollSchedule schedule, int seconds) {
    List<Duration> pauses = new ArrayList<>();
    Duration now = Duration.ZERO;
    while (now.toSeconds() < seconds) {
      pauses.add(schedule.pauseAfter(now, NO_JITTER));
      now = now.plus(pauses.get(pauses.size() - 1));
    }
    return pauses;
  }

  private static List<Duration> polls(PollSchedule schedule, Duration end) {
    List<Duration> polls = new ArrayList<>();
    Duration now = schedule.pauseAfter(Duration.ZERO, NO_JITTER);
    while (now.compareTo(end) < 0) {
      polls.add(now);
      now = now.plus(schedule.pauseAfter(now, NO_JITTER));
    }
    return polls;
  }
}
