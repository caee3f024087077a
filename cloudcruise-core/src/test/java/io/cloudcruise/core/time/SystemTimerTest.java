package io.cloudcruise.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemTimerTest {
  @Test
  void itCallsBackOnADaemonThreadNotBeforeItsTime() throws Exception {
    try (SystemTimer timer = new SystemTimer()) {
      CompletableFuture<Boolean> daemon = new CompletableFuture<>();
      long start = timer.nanos();
      timer.after(Duration.ofMillis(20), () -> daemon.complete(Thread.currentThread().isDaemon()));
      assertThat(daemon.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(timer.nanos() - start).isGreaterThanOrEqualTo(20_000_000);
    }
  }

  @Test
  void aCallThatIsRevokedIsNotMade() throws Exception {
    try (SystemTimer timer = new SystemTimer()) {
      CompletableFuture<String> first = new CompletableFuture<>();
      Runnable revoke = timer.after(Duration.ofMillis(10), () -> first.complete("revoked"));
      timer.after(Duration.ofMillis(20), () -> first.complete("kept"));
      revoke.run();
      assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("kept");
    }
  }

  @Test
  void anInterruptedThreadDoesNotSleep() {
    try (SystemTimer timer = new SystemTimer()) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> timer.sleep(Duration.ofHours(1)))
          .isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void toSleepForNoTimeIsNothing() throws InterruptedException {
    try (SystemTimer timer = new SystemTimer()) {
      timer.sleep(Duration.ZERO);
      timer.sleep(Duration.ofSeconds(-1));
    }
  }
}
