package io.cloudcruise.benchmarks;

import io.cloudcruise.core.ratelimit.RateWindow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Bounds that hold in every stretch of time, to the nanosecond. Written apart from the budget that
 * it judges. For one thread.
 */
final class SlidingWindows {
  private final List<Window> windows;

  private record Window(RateWindow bound, Deque<Duration> admitted) {
    boolean hasRoom(Duration now) {
      while (!admitted.isEmpty() && now.minus(admitted.peek()).compareTo(bound.length()) >= 0) {
        admitted.remove();
      }
      return admitted.size() < bound.requests();
    }
  }

  SlidingWindows(List<RateWindow> bounds) {
    windows = bounds.stream().map(bound -> new Window(bound, new ArrayDeque<>())).toList();
  }

  /** {@return whether one more is allowed now; one that is not counts nowhere} */
  boolean admit(Duration now) {
    boolean room = windows.stream().allMatch(window -> window.hasRoom(now));
    if (room) {
      windows.forEach(window -> window.admitted().add(now));
    }
    return room;
  }
}
