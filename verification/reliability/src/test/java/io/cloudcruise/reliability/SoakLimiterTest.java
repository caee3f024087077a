package io.cloudcruise.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.ratelimit.RateWindow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SoakLimiterTest {
  private final AtomicLong now = new AtomicLong();
  private final SoakLimiter limiter =
      new SoakLimiter(
          List.of(
              new RateWindow(2, Duration.ofSeconds(1)), new RateWindow(3, Duration.ofSeconds(60))),
          now::get);

  @Test
  void oneTooManyIsRefusedUntilTheFirstOneNoLongerCounts() {
    assertThat(limiter.decide().remaining()).isEqualTo(1);
    now.set(400_000_000);
    assertThat(limiter.decide().admits()).isTrue();

    assertThat(limiter.decide())
        .isEqualTo(new SoakLimiter.Decision(false, 2, 0, Duration.ofMillis(600)));
    now.set(1_000_000_000);
    assertThat(limiter.decide().admits()).isTrue();
  }

  @Test
  void allWindowsHoldAtOnce() {
    for (int request = 0; request < 3; request++) {
      assertThat(limiter.decide().admits()).isTrue();
      now.addAndGet(1_000_000_000);
    }

    assertThat(limiter.decide())
        .isEqualTo(new SoakLimiter.Decision(false, 3, 0, Duration.ofSeconds(57)));
  }
}
