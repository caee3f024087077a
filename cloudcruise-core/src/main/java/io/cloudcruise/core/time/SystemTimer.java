package io.cloudcruise.core.time;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The machine's own time. One daemon thread calls back, for all who share the timer; it starts with
 * the first call that is asked for. Thread-safe.
 */
public final class SystemTimer implements Timer, AutoCloseable {
  private final ScheduledThreadPoolExecutor scheduler;

  /** Creates a timer. */
  public SystemTimer() {
    scheduler =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "cloudcruise-timer");
              thread.setDaemon(true);
              return thread;
            });
    scheduler.setRemoveOnCancelPolicy(true);
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(duration.toNanos());
  }

  @Override
  public Runnable after(Duration delay, Runnable task) {
    Future<?> call = scheduler.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> call.cancel(false);
  }

  /** Calls nobody back any longer. */
  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
