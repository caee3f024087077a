package io.cloudcruise.core.time;

import java.time.Duration;

/** Tells the time, lets it pass, and calls back. Implementations are thread-safe. */
public interface Timer {
  /** {@return nanoseconds since some moment that stays the same; for differences only} */
  long nanos();

  /**
   * Lets time pass on the calling thread.
   *
   * @param duration how much; nothing happens if it is zero or negative
   * @throws InterruptedException if the thread is interrupted, before or meanwhile
   */
  void sleep(Duration duration) throws InterruptedException;

  /**
   * Calls back once, on a thread that must not be held for long.
   *
   * @param delay after how much time; at once if it is zero or negative
   * @param task what to call; what it throws is lost
   * @return revokes the call; does nothing once it has begun
   */
  Runnable after(Duration delay, Runnable task);
}
