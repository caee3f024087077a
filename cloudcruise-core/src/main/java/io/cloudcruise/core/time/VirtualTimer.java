package io.cloudcruise.core.time;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Time that passes when it is told to, for tests: half an hour is over at once. It calls back on
 * the thread that lets time pass. Thread-safe.
 */
public final class VirtualTimer implements Timer {
  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Call> calls =
      new PriorityQueue<>(Comparator.comparingLong(Call::at).thenComparingLong(Call::number));
  private long now;
  private long number;

  /** At a moment, something to be done; of two at one moment, that which was asked for first. */
  private static final class Call {
    private final long at;
    private final long number;
    private final Runnable task;
    private volatile boolean revoked;

    Call(long at, long number, Runnable task) {
      this.at = at;
      this.number = number;
      this.task = task;
    }

    long at() {
      return at;
    }

    long number() {
      return number;
    }

    void run() {
      if (!revoked) {
        task.run();
      }
    }
  }

  /** Creates a timer by which no time has passed. */
  public VirtualTimer() {}

  @Override
  public long nanos() {
    lock.lock();
    try {
      return now;
    } finally {
      lock.unlock();
    }
  }

  /** {@return how much time has passed since it was created} */
  public Duration passed() {
    return Duration.ofNanos(nanos());
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    advance(duration);
  }

  @Override
  public Runnable after(Duration delay, Runnable task) {
    lock.lock();
    try {
      Call call = new Call(now + Math.max(0, delay.toNanos()), number++, task);
      calls.add(call);
      return () -> call.revoked = true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lets time pass, and makes every call that falls due on the way.
   *
   * @param duration how much
   */
  public void advance(Duration duration) {
    long end = nanos() + Math.max(0, duration.toNanos());
    while (makeNextCall(end)) {}
    reach(end);
  }

  /** Lets time pass until nobody waits to be called any longer. */
  public void advanceToTheEnd() {
    while (makeNextCall(Long.MAX_VALUE)) {}
  }

  private boolean makeNextCall(long end) {
    Call call;
    lock.lock();
    try {
      call = calls.peek();
      if (call == null || call.at > end) {
        return false;
      }
      calls.remove();
      if (!call.revoked) {
        now = Math.max(now, call.at);
      }
    } finally {
      lock.unlock();
    }
    call.run();
    return true;
  }

  private void reach(long end) {
    lock.lock();
    try {
      now = Math.max(now, end);
    } finally {
      lock.unlock();
    }
  }
}
