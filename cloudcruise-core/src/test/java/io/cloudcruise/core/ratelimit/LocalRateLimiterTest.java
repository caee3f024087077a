package io.cloudcruise.core.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cloudcruise.core.port.Permit;
import io.cloudcruise.core.port.RateLimitSnapshot;
import io.cloudcruise.core.time.Timer;
import io.cloudcruise.core.time.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LocalRateLimiterTest {
  private static final Duration MARGIN = Duration.ofMillis(250);

  private final VirtualTimer timer = new VirtualTimer();

  private LocalRateLimiter limiter(RateWindow... windows) {
    return new LocalRateLimiter(List.of(windows), timer);
  }

  private static RateWindow window(int requests, long seconds) {
    return new RateWindow(requests, Duration.ofSeconds(seconds));
  }

  private static int granted(LocalRateLimiter limiter, int asked) {
    int granted = 0;
    for (int i = 0; i < asked; i++) {
      Permit permit = limiter.tryAcquire();
      granted += permit.isGranted() ? 1 : 0;
      permit.close();
    }
    return granted;
  }

  @Test
  void asManyAreGrantedAsTheWindowHolds() {
    assertThat(granted(limiter(window(5, 1)), 9)).isEqualTo(5);
  }

  @Test
  void aDeniedPermitSaysExactlyHowLongToWait() {
    LocalRateLimiter limiter = limiter(window(2, 10));
    limiter.tryAcquire();
    timer.advance(Duration.ofSeconds(4));
    limiter.tryAcquire();
    Duration wait = limiter.tryAcquire().retryAfter();
    assertThat(wait).isEqualTo(Duration.ofSeconds(6).plus(MARGIN));
    timer.advance(wait.minusNanos(1));
    assertThat(limiter.tryAcquire().retryAfter()).isEqualTo(Duration.ofNanos(1));
    timer.advance(Duration.ofNanos(1));
    assertThat(limiter.tryAcquire().isGranted()).isTrue();
  }

  @Test
  void noStretchOfTimeHoldsMoreThanAnyDocumentedWindowAllows() {
    LocalRateLimiter limiter = new LocalRateLimiter(RateWindow.DOCUMENTED, timer);
    SplittableRandom random = new SplittableRandom(7);
    List<Long> grants = new ArrayList<>();
    while (timer.passed().compareTo(Duration.ofMinutes(5)) < 0) {
      Duration wait = limiter.tryAcquire().retryAfter();
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
    LocalRateLimiter refused = limiter(window(5, 1));
    LocalRateLimiter observed = limiter(window(5, 1));

    refused.onRateLimited(Optional.of(thousandsOfYears));
    observed.observe(RateLimitSnapshot.of(5, 0, thousandsOfYears));

    assertThat(refused.tryAcquire().retryAfter()).isGreaterThan(Duration.ofDays(30_000));
    assertThat(observed.tryAcquire().retryAfter()).isGreaterThan(Duration.ofDays(30_000));
  }

  @Test
  void permitsUsedByOthersAreNotGranted() {
    LocalRateLimiter limiter = limiter(window(100, 1));
    limiter.observe(RateLimitSnapshot.of(100, 3, Duration.ofSeconds(1)));
    assertThat(granted(limiter, 9)).isEqualTo(3);
    assertThat(limiter.tryAcquire().retryAfter()).isEqualTo(Duration.ofSeconds(1));
    timer.advance(Duration.ofSeconds(2));
    assertThat(granted(limiter, 9)).isEqualTo(9);
  }

  @Test
  void permitsInUseWhenASnapshotIsObservedAreNotLeft() {
    LocalRateLimiter limiter = limiter(window(100, 1));
    for (int i = 0; i < 4; i++) {
      limiter.tryAcquire();
    }

    limiter.observe(RateLimitSnapshot.of(100, 5, Duration.ofSeconds(1)));

    assertThat(granted(limiter, 9)).isEqualTo(2);
  }

  @Test
  void permitsThatWereClosedAreInThePlatformsCount() {
    LocalRateLimiter limiter = limiter(window(100, 1));
    List<Permit> permits = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      permits.add(limiter.tryAcquire());
    }
    permits.forEach(Permit::close);
    permits.get(0).close();

    limiter.observe(RateLimitSnapshot.of(100, 5, Duration.ofSeconds(1)));

    assertThat(granted(limiter, 9)).isEqualTo(5);
  }

  @Test
  void permitsThatAreNeverClosedAreForgottenWithTheLongestWindow() {
    LocalRateLimiter limiter = limiter(window(100, 1), window(100, 10));
    for (int i = 0; i < 50; i++) {
      limiter.tryAcquire();
    }
    timer.advance(Duration.ofSeconds(10));

    limiter.observe(RateLimitSnapshot.of(100, 30, Duration.ofSeconds(1)));

    assertThat(granted(limiter, 40)).isEqualTo(30);
  }

  @Test
  void anOlderSnapshotThatPromisesMoreChangesNothing() {
    LocalRateLimiter limiter = limiter(window(100, 1));
    limiter.observe(RateLimitSnapshot.of(100, 1, Duration.ofSeconds(1)));
    limiter.observe(RateLimitSnapshot.of(100, 50, Duration.ofSeconds(1)));
    assertThat(granted(limiter, 9)).isEqualTo(1);
  }

  @Test
  void nothingIsGrantedForAsLongAsRetryAfterSays() {
    LocalRateLimiter limiter = limiter(window(100, 1));
    limiter.onRateLimited(Optional.of(Duration.ofSeconds(30)));
    assertThat(limiter.tryAcquire().retryAfter()).isEqualTo(Duration.ofSeconds(30));
    timer.advance(Duration.ofSeconds(30));
    assertThat(limiter.tryAcquire().isGranted()).isTrue();
  }

  @Test
  void withoutRetryAfterTheShortestWindowPasses() {
    LocalRateLimiter limiter = limiter(window(100, 15), window(100, 2));
    limiter.onRateLimited(Optional.empty());
    assertThat(limiter.tryAcquire().retryAfter()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aRateLimiterNeedsAWindow() {
    assertThatThrownBy(() -> new LocalRateLimiter(List.of(), timer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a rate limiter needs a window");
    assertThatThrownBy(() -> window(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no window: 0 in PT1S");
  }

  @Test
  void aSnapshotMadeWhenTheCountBeginsAnewIsTakenEvenIfItPromisesMore() {
    LocalRateLimiter limiter = limiter(window(100, 1));
    limiter.observe(RateLimitSnapshot.of(100, 3, Duration.ofSeconds(5)));
    granted(limiter, 3);
    timer.advance(Duration.ofSeconds(5));

    limiter.observe(RateLimitSnapshot.of(100, 7, Duration.ofSeconds(5)));

    assertThat(granted(limiter, 9)).isEqualTo(7);
  }

  @Test
  void itDoesNotMatterWhereTheTimerBeginsToCount() {
    LocalRateLimiter limiter = new LocalRateLimiter(List.of(window(2, 1)), beginsBelowZero());

    assertThat(granted(limiter, 9)).isEqualTo(2);
    timer.advance(Duration.ofSeconds(2));
    assertThat(granted(limiter, 9)).isEqualTo(2);
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
    LocalRateLimiter limiter = limiter(window(9, 1));

    // Each on a thread of its own.
    limiter.tryAcquire();
    assertTimeoutPreemptively(Duration.ofSeconds(30), limiter::tryAcquire);
    limiter.observe(RateLimitSnapshot.of(9, 5, Duration.ofSeconds(1)));
    assertTimeoutPreemptively(Duration.ofSeconds(30), limiter::tryAcquire);
    limiter.onRateLimited(Optional.of(Duration.ofSeconds(30)));
    Permit permit = assertTimeoutPreemptively(Duration.ofSeconds(30), limiter::tryAcquire);
    assertThat(permit.isGranted()).isFalse();
  }
}
