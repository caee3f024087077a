package io.cloudcruise.cli;

import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.core.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes twenty times as fast, and a clock that goes by it. */
final class FastTimer implements Timer {
  private static final int SPEED = 20;

  private final SystemTimer slow = new SystemTimer();
  private final long start = slow.nanos();

  @Override
  public long nanos() {
    return (slow.nanos() - start) * SPEED;
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    slow.sleep(duration.dividedBy(SPEED));
  }

  @Override
  public Runnable after(Duration delay, Runnable task) {
    return slow.after(delay.dividedBy(SPEED), task);
  }

  Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return Instant.parse("2026-01-01T12:00:00Z").plusNanos(nanos());
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }
}
