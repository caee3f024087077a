package io.cloudcruise.redis;

import io.cloudcruise.core.time.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when it is told to. */
final class ManualTimer implements Timer {
  private final AtomicLong now = new AtomicLong();

  void pass(Duration duration) {
    now.addAndGet(duration.toNanos());
  }

  @Override
  public long nanos() {
    return now.get();
  }

  @Override
  public void sleep(Duration duration) {
    pass(duration);
  }

  @Override
  public Runnable after(Duration delay, Runnable task) {
    throw new UnsupportedOperationException("nobody is called back");
  }
}
