package io.cloudcruise.core.wait;

import io.cloudcruise.core.port.Permit;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.time.Timer;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets waits poll, a few at a time and no faster than the rate limiter permits, those first that
 * have been due for longest. A permit is acquired right before the request is sent: permits that
 * are kept in a queue would be used all at once later. Thread-safe.
 */
final class Dispatcher {
  private final Executor executor;
  private final int concurrency;
  private final RateLimiter limiter;
  private final Timer timer;

  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparingLong(Due::since).thenComparingLong(Due::number));
  private long number;
  private int working;
  private boolean held;

  /** Counts the calls of {@link #drain} that one thread serves for all. */
  private final AtomicInteger drains = new AtomicInteger();

  private record Due(Wait waiting, long since, long number) {}

  Dispatcher(Executor executor, int concurrency, RateLimiter limiter, Timer timer) {
    this.executor = executor;
    this.concurrency = concurrency;
    this.limiter = limiter;
    this.timer = timer;
  }

  /** Takes a wait that is due to poll, from now on. */
  void add(Wait wait) {
    lock.lock();
    try {
      queue.add(new Due(wait, timer.nanos(), number++));
    } finally {
      lock.unlock();
    }
    drain();
  }

  private void drain() {
    if (drains.getAndIncrement() != 0) {
      return;
    }
    int served = 1;
    do {
      for (Due due = next(); due != null; due = next()) {
        start(due);
      }
      served = drains.addAndGet(-served);
    } while (served != 0);
  }

  private @Nullable Due next() {
    lock.lock();
    try {
      if (held || working == concurrency || queue.isEmpty()) {
        return null;
      }
      working++;
      return queue.poll();
    } finally {
      lock.unlock();
    }
  }

  private void start(Due due) {
    try {
      executor.execute(() -> work(due));
    } catch (RejectedExecutionException e) {
      finished();
      due.waiting().fail(e);
    }
  }

  private void work(Due due) {
    try {
      if (!due.waiting().isOver()) {
        pollWithPermit(due);
      }
    } catch (RuntimeException failure) {
      due.waiting().fail(failure);
    } finally {
      finished();
      drain();
    }
  }

  private void pollWithPermit(Due due) {
    try (Permit permit = limiter.tryAcquire()) {
      if (permit.isGranted()) {
        due.waiting().poll();
      } else {
        holdBack(due, permit.retryAfter());
      }
    }
  }

  private void finished() {
    lock.lock();
    try {
      working--;
    } finally {
      lock.unlock();
    }
  }

  private void holdBack(Due due, Duration hold) {
    lock.lock();
    try {
      queue.add(due);
      if (held) {
        return;
      }
      held = true;
    } finally {
      lock.unlock();
    }
    timer.after(hold, this::resume);
  }

  private void resume() {
    lock.lock();
    try {
      held = false;
    } finally {
      lock.unlock();
    }
    drain();
  }
}
