package io.cloudcruise.core.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cloudcruise.core.port.RateReading;
import io.cloudcruise.core.time.Timer;
import io.cloudcruise.core.time.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LocalRateBudgetTest {
  private static final Duration MARGIN = Duration.ofMillis(250);

  private final VirtualTimer timer = new VirtualTimer();

  private LocalRateBudget budget(RateWindow... windows) {
    return new LocalRateBudget(List.of(windows), timer);
  }

  private static RateWindow window(int requests, long seconds) {
    return new RateWindow(requests, Duration.ofSeconds(seconds));
  }

  private static int granted(LocalRateBudget budget, int asked) {
    int granted = 0;
    for (int i = 0; i < asked; i++) {
      granted += budget.take().isZero() ? 1 : 0;
    }
    return granted;
  }

  @Test
  void asManyAreGrantedAsTheWindowHolds() {
    assertThat(granted(budget(window(5, 1)), 9)).isEqualTo(5);
  }

  @Test
  void whoIsNotGrantedIsToldHowLongToWaitAndNoShorter() {
    LocalRateBudget budget = budget(window(2, 10));
    budget.take();
    timer.advance(Duration.ofSeconds(4));
    budget.take();
    Duration wait = budget.take();
    assertThat(wait).isEqualTo(Duration.ofSeconds(6).plus(MARGIN));
    timer.advance(wait.minusNanos(1));
    assertThat(budget.take()).isEqualTo(Duration.ofNanos(1));
    timer.advance(Duration.ofNanos(1));
    assertThat(budget.take()).isZero();
  }

  @Test
  void noStretchOfTimeHoldsMoreThanAnyDocumentedWindowAllows() {
    LocalRateBudget budget = new LocalRateBudget(RateWindow.DOCUMENTED, timer);
    SplittableRandom random = new SplittableRandom(7);
    List<Long> grants = new ArrayList<>();
    while (timer.passed().compareTo(Duration.ofMinutes(5)) < 0) {
      Duration wait = budget.take();
      if (wait.isZero()) {
        grants.add(timer.nanos());
      }
      timer.advance(random.nextInt(4) == 0 ? wait : Duration.ofNanos(random.nextLong(2_000_000)));
    }
    for (RateWindow window : RateWindow.DOCUMENTED) {
      for (int i = window.requests(); i < grants.size(); i++) {
        assertThat(grants.get(i) - grants.get(i - window.requests()))
            .isGreaterThanOrEqualTo(window.length().toNanos());
      }
    }
    assertThat(grants).as("what five minutes allow").hasSizeGreaterThan(9_500);
  }

  @Test
  void aPauseOfThousandsOfYearsIsALongPause() {
    Duration thousandsOfYears = Duration.ofDays(8_000 * 365L);
    LocalRateBudget refused = budget(window(5, 1));
    LocalRateBudget observed = budget(window(5, 1));

    refused.refused(Optional.of(thousandsOfYears));
    observed.observe(new RateReading(5, 0, thousandsOfYears));

    assertThat(refused.take()).isGreaterThan(Duration.ofDays(30_000));
    assertThat(observed.take()).isGreaterThan(Duration.ofDays(30_000));
  }

  @Test
  void whatOthersHaveUsedIsNotGranted() {
    LocalRateBudget budget = budget(window(100, 1));
    budget.observe(new RateReading(100, 3, Duration.ofSeconds(1)));
    assertThat(granted(budget, 9)).isEqualTo(3);
    assertThat(budget.take()).isEqualTo(Duration.ofSeconds(1));
    timer.advance(Duration.ofSeconds(2));
    assertThat(granted(budget, 9)).isEqualTo(9);
  }

  private static void grantedToAnotherThread(LocalRateBudget budget, int asked)
      throws InterruptedException {
    Thread other = new Thread(() -> granted(budget, asked));
    other.start();
    other.join();
  }

  @Test
  void whatWasGrantedWhileTheAnswerWasOnItsWayIsNotLeft() throws InterruptedException {
    LocalRateBudget budget = budget(window(100, 1));
    budget.take();
    grantedToAnotherThread(budget, 3);

    budget.observe(new RateReading(100, 5, Duration.ofSeconds(1)));

    assertThat(granted(budget, 9)).isEqualTo(2);
  }

  @Test
  void anAnswerIsToOneRequestOnly() throws InterruptedException {
    LocalRateBudget budget = budget(window(100, 1));
    budget.take();
    grantedToAnotherThread(budget, 3);
    budget.observe(new RateReading(100, 50, Duration.ofSeconds(1)));

    budget.observe(new RateReading(100, 5, Duration.ofSeconds(1)));

    assertThat(granted(budget, 9)).isEqualTo(5);
  }

  @Test
  void anOlderReadingThatPromisesMoreChangesNothing() {
    LocalRateBudget budget = budget(window(100, 1));
    budget.observe(new RateReading(100, 1, Duration.ofSeconds(1)));
    budget.observe(new RateReading(100, 50, Duration.ofSeconds(1)));
    assertThat(granted(budget, 9)).isEqualTo(1);
  }

  @Test
  void afterARefusalNothingIsGrantedForAsLongAsThePlatformWishes() {
    LocalRateBudget budget = budget(window(100, 1));
    budget.refused(Optional.of(Duration.ofSeconds(30)));
    assertThat(budget.take()).isEqualTo(Duration.ofSeconds(30));
    timer.advance(Duration.ofSeconds(30));
    assertThat(budget.take()).isZero();
  }

  @Test
  void afterARefusalWithoutAWishTheShortestWindowPasses() {
    LocalRateBudget budget = budget(window(100, 15), window(100, 2));
    budget.refused(Optional.empty());
    assertThat(budget.take()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aBudgetNeedsAWindow() {
    assertThatThrownBy(() -> new LocalRateBudget(List.of(), timer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a budget needs a window");
    assertThatThrownBy(() -> window(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no window: 0 in PT1S");
  }

  @Test
  void aReadingMadeWhenTheCountBeginsAnewIsTakenEvenIfItPromisesMore() {
    LocalRateBudget budget = budget(window(100, 1));
    budget.observe(new RateReading(100, 3, Duration.ofSeconds(5)));
    granted(budget, 3);
    timer.advance(Duration.ofSeconds(5));

    budget.observe(new RateReading(100, 7, Duration.ofSeconds(5)));

    assertThat(granted(budget, 9)).isEqualTo(7);
  }

  @Test
  void itDoesNotMatterWhereTheTimerBeginsToCount() {
    LocalRateBudget budget = new LocalRateBudget(List.of(window(2, 1)), beginsBelowZero());

    assertThat(granted(budget, 9)).isEqualTo(2);
    timer.advance(Duration.ofSeconds(2));
    assertThat(granted(budget, 9)).isEqualTo(2);
  }

  private Timer beginsBelowZero() {
    return new Timer() {
      @Override
      public long nanos() {
        return timer.nanos() - Duration.ofDays(1).toNanos();
      }

      @Override
      public void sleep(Duration duration) throws InterruptedException {
        timer.sleep(duration);
      }

      @Override
      public Runnable after(Duration delay, Runnable task) {
        return timer.after(delay, task);
      }
    };
  }

  @Test
  void noThreadKeepsOthersWaiting() {
    LocalRateBudget budget = budget(window(9, 1));

    // Each on a thread of its own.
    budget.take();
    assertTimeoutPreemptively(Duration.ofSeconds(30), budget::take);
    budget.observe(new RateReading(9, 5, Duration.ofSeconds(1)));
    assertTimeoutPreemptively(Duration.ofSeconds(30), budget::take);
    budget.refused(Optional.of(Duration.ofSeconds(30)));
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), budget::take)).isPositive();
  }
}
