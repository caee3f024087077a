package io.cloudcruise.reliability;

import io.cloudcruise.core.ratelimit.RateWindow;
import java.time.Duration;
import java.util.List;

/**
 * How large a soak is.
 *
 * @param retrievals how many responses have to be decoded
 * @param callers how many wait at once
 * @param runs how many there are; callers wait for them again and again
 * @param limits what the platform enforces
 * @param faults the share of requests that meet one
 * @param deadline how long one call may take, which is what ends a stall
 */
record SoakSettings(
    long retrievals,
    int callers,
    int runs,
    List<RateWindow> limits,
    double faults,
    Duration deadline) {
  static final long SEED = 20_251_128;

  SoakSettings {
    limits = List.copyOf(limits);
  }

  /** {@return a soak under the documented limits, each of which allows so many times as much} */
  static SoakSettings ofDocumentedLimitsTimes(int factor, long retrievals) {
    List<RateWindow> limits =
        RateWindow.DOCUMENTED.stream()
            .map(window -> new RateWindow(window.requests() * factor, window.length()))
            .toList();
    return new SoakSettings(retrievals, 64, 4_096, limits, 0.05, Duration.ofMillis(500));
  }

  SoakSettings withRetrievals(long value) {
    return new SoakSettings(value, callers, runs, limits, faults, deadline);
  }

  SoakSettings withoutFaults() {
    return new SoakSettings(retrievals, callers, runs, limits, 0, deadline);
  }
}
