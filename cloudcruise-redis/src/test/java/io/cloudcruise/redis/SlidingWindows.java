package io.cloudcruise.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.ratelimit.RateWindow;
import java.util.List;

/** Holds grants against windows, wherever these begin. */
final class SlidingWindows {
  private SlidingWindows() {}

  /**
   * Fails if any stretch of a window's length holds too many.
   *
   * @param grants when they were made, in nanoseconds, in any order
   */
  static void assertKept(List<RateWindow> windows, List<Long> grants) {
    List<Long> sorted = grants.stream().sorted().toList();
    windows.forEach(
        window ->
            assertThat(mostIn(window, sorted))
                .as("most grants in any %s", window.length())
                .isLessThanOrEqualTo(window.requests()));
  }

  private static int mostIn(RateWindow window, List<Long> sorted) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < sorted.size(); last++) {
      while (sorted.get(last) - sorted.get(first) >= window.length().toNanos()) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
