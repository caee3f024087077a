package io.cloudcruise.reliability;

import io.cloudcruise.core.ratelimit.RateWindow;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Counts requests as the platform does: in sliding windows, all at once, to the nanosecond. What is
 * refused counts nowhere. Thread-safe.
 */
final class SoakLimiter {
  private final LongSupplier nanos;
  private final List<Window> windows;

  /** When requests were admitted, as a ring. */
  private final long[] admitted;

  private long total;

  SoakLimiter(List<RateWindow> limits, LongSupplier nanos) {
    this.nanos = nanos;
    windows = limits.stream().map(Window::new).toList();
    admitted = new long[limits.stream().mapToInt(RateWindow::requests).max().orElseThrow()];
  }

  /**
   * Whether a request may be answered, and what the tightest window says.
   *
   * @param reset how long until that window has room for one more than now
   */
  record Decision(boolean admits, int limit, int remaining, Duration reset) {
    /** Rounded up: who waits as long as told must not be refused again. */
    long resetSeconds() {
      return reset.plusSeconds(1).minusNanos(1).toSeconds();
    }
  }

  synchronized Decision decide() {
    long now = nanos.getAsLong();
    windows.forEach(window -> window.forget(now));
    boolean admits = windows.stream().noneMatch(window -> window.remaining() == 0);
    if (admits) {
      admitted[place(total++)] = now;
    }
    Window tightest =
        windows.stream().min(Comparator.comparingInt(Window::remaining)).orElseThrow();
    return new Decision(
        admits, tightest.limit.requests(), tightest.remaining(), tightest.untilFree(now));
  }

  private int place(long number) {
    return (int) (number % admitted.length);
  }

  /** Remembers the first request that still counts; those after it do, too. */
  private final class Window {
    private final RateWindow limit;
    private long first;

    Window(RateWindow limit) {
      this.limit = limit;
    }

    void forget(long now) {
      while (first < total && now - admitted[place(first)] >= limit.length().toNanos()) {
        first++;
      }
    }

    int remaining() {
      return (int) (limit.requests() - (total - first));
    }

    Duration untilFree(long now) {
      return limit.length().minusNanos(now - admitted[place(first)]);
    }
  }
}
