package io.cloudcruise.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Counts the requests of one key in every window at once. A refused request counts nowhere.
 * Thread-safe.
 */
final class RateLimiter {

  private final List<Window> windows;

  RateLimiter(List<RateLimit> limits) {
    windows = limits.stream().map(Window::new).toList();
  }

  synchronized RateDecision admit(Instant now) {
    windows.forEach(window -> window.forget(now));
    List<Window> full = windows.stream().filter(Window::isFull).toList();
    if (full.isEmpty()) {
      windows.forEach(window -> window.admitted.addLast(now));
      return decision(true, tightest(), now);
    }
    return decision(false, lastToFree(full), now);
  }

  private Window tightest() {
    return windows.stream().min(Comparator.comparingInt(Window::remaining)).orElseThrow();
  }

  private static Window lastToFree(List<Window> full) {
    return full.stream().max(Comparator.comparing(Window::nextToFree)).orElseThrow();
  }

  private static RateDecision decision(boolean admitted, Window window, Instant now) {
    Duration reset = Duration.between(now, window.nextToFree());
    return new RateDecision(admitted, window.limit.requests(), window.remaining(), reset);
  }

  /** The times of the requests admitted within one window: exact, where buckets would be rough. */
  private static final class Window {

    private final RateLimit limit;
    private final Deque<Instant> admitted = new ArrayDeque<>();

    Window(RateLimit limit) {
      this.limit = limit;
    }

    void forget(Instant now) {
      while (!admitted.isEmpty() && !nextToFree().isAfter(now)) {
        admitted.removeFirst();
      }
    }

    boolean isFull() {
      return remaining() == 0;
    }

    int remaining() {
      return limit.requests() - admitted.size();
    }

    Instant nextToFree() {
      return admitted.getFirst().plus(limit.window());
    }
  }
}
