package io.cloudcruise.reliability;

import io.cloudcruise.core.time.Timer;
import java.time.Duration;

/**
 * The machine's time, only faster: for what pauses for seconds, because no user of it would want
 * less. Thread-safe.
 */
final class FastTimer implements Timer {
  private final Timer real;
  private final int factor;
  private final long epoch;

  /** Lets so many seconds pass in one. */
  FastTimer(Timer real, int factor) {
    this.real = real;
    this.factor = factor;
    this.epoch = real.nanos();
  }

  @Override
  public long nanos() {
    return (real.nanos() - epoch) * factor;
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    real.sleep(duration.dividedBy(factor));
  }

  @Override
  public Runnable after(Duration delay, Runnable task) {
    return real.after(delay.dividedBy(factor), task);
  }
}
