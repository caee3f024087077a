package io.cloudcruise.core.ratelimit;

import io.cloudcruise.core.port.Permit;
import io.cloudcruise.core.port.RateLimitSnapshot;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.core.time.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A rate limiter for all who use one API key in this process. It remembers when it granted what, so
 * that no stretch of time, wherever the platform begins to count, holds more than is allowed. Each
 * window is taken for a little longer than it is, because requests that were sent a second apart
 * may arrive closer together. Takes 16 kB for the documented windows. Thread-safe.
 *
 * <p>When the platform says that fewer requests are left than were granted here, somebody else uses
 * the same key, or the HTTP client has sent requests again by itself: until its count begins anew,
 * no more is granted than it says. Requests that other permits are in use for may not be in its
 * count yet, so they are taken off. After a 429 nothing is granted for as long as the platform asks
 * to wait, or for the shortest window if it does not say.
 */
public final class LocalRateLimiter implements RateLimiter {
  private static final Duration MARGIN = Duration.ofMillis(250);
  private static final long LONG_AGO = Long.MIN_VALUE / 2;
  private static final Duration LONGEST_PAUSE = Duration.ofDays(36_500);

  private final List<RateWindow> windows;
  private final Timer timer;
  private final long epoch;
  private final ReentrantLock lock = new ReentrantLock();

  /** When the last grants were made, as a ring; as many as the largest window counts. */
  private final long[] granted;

  /** Which of these are in use: granted, and not closed. */
  private final boolean[] inUse;

  private int next;
  private long closedUntil;

  /** How many more may be granted until a moment; without meaning once that has passed. */
  private long allowance = Long.MAX_VALUE;

  private long allowanceUntil;

  /** Creates a rate limiter that keeps to what the documentation says. */
  public LocalRateLimiter() {
    this(RateWindow.DOCUMENTED, new SystemTimer());
  }

  /**
   * Creates a rate limiter.
   *
   * @param windows the bounds, which all hold at once
   * @param timer tells the time
   * @throws IllegalArgumentException if there is no window
   */
  public LocalRateLimiter(List<RateWindow> windows, Timer timer) {
    if (windows.isEmpty()) {
      throw new IllegalArgumentException("a rate limiter needs a window");
    }
    this.windows = List.copyOf(windows);
    this.timer = timer;
    this.epoch = timer.nanos();
    this.granted = new long[windows.stream().mapToInt(RateWindow::requests).max().getAsInt()];
    this.inUse = new boolean[granted.length];
    Arrays.fill(granted, LONG_AGO);
  }

  @Override
  public Permit tryAcquire() {
    lock.lock();
    try {
      long now = now();
      long free = Math.max(freeByWindows(), freeByThePlatform());
      if (free > now) {
        return Permit.denied(Duration.ofNanos(free - now));
      }
      int place = grant(now);
      return Permit.granted(() -> release(place, now));
    } finally {
      lock.unlock();
    }
  }

  /** Does nothing if the place has gone to a later grant. */
  private void release(int place, long grantedAt) {
    lock.lock();
    try {
      if (granted[place] == grantedAt) {
        inUse[place] = false;
      }
    } finally {
      lock.unlock();
    }
  }

  private long now() {
    return timer.nanos() - epoch;
  }

  private long freeByWindows() {
    long free = LONG_AGO;
    for (RateWindow window : windows) {
      long oldest = granted[Math.floorMod(next - window.requests(), granted.length)];
      free = Math.max(free, oldest + window.length().plus(MARGIN).toNanos());
    }
    return free;
  }

  private long freeByThePlatform() {
    return Math.max(closedUntil, allowance <= 0 ? allowanceUntil : LONG_AGO);
  }

  /** {@return the place of the grant} */
  private int grant(long now) {
    int place = next;
    granted[next] = now;
    next = (next + 1) % granted.length;
    inUse[place] = true;
    allowance--;
    return place;
  }

  @Override
  public void observe(RateLimitSnapshot snapshot) {
    lock.lock();
    try {
      long now = now();
      long remaining = snapshot.remaining() - othersInUse(now);
      if (now >= allowanceUntil || remaining < allowance) {
        allowance = remaining;
        allowanceUntil = now + nanos(snapshot.reset());
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * What the platform may not have counted yet when it answered the request of one permit. A permit
   * that nobody closes is forgotten along with the longest window.
   */
  private int othersInUse(long now) {
    long since = now - longestWindow().toNanos();
    int count = 0;
    for (int i = 0; i < inUse.length; i++) {
      count += inUse[i] && granted[i] > since ? 1 : 0;
    }
    return Math.max(0, count - 1);
  }

  @Override
  public void onRateLimited(Optional<Duration> retryAfter) {
    Duration pause = retryAfter.orElseGet(this::shortestWindow);
    lock.lock();
    try {
      closedUntil = Math.max(closedUntil, now() + nanos(pause));
    } finally {
      lock.unlock();
    }
  }

  /** A date may be so far off that nanoseconds do not count to it; nobody waits for it either. */
  private static long nanos(Duration pause) {
    return (pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toNanos();
  }

  private Duration longestWindow() {
    return windows.stream().map(RateWindow::length).max(Duration::compareTo).orElseThrow();
  }

  private Duration shortestWindow() {
    return windows.stream().map(RateWindow::length).min(Duration::compareTo).orElseThrow();
  }
}
