package io.cloudcruise.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a soak came to.
 *
 * @param before what was held before anything was opened
 * @param after what was held when everything had been closed
 */
record SoakFigures(
    SoakSettings settings, SoakTally tally, Opened opened, Resources before, Resources after) {
  /**
   * What was seen while all was open.
   *
   * @param early what was held after a tenth of the responses, when nobody waited
   * @param late what was held after all of them, when nobody waited
   */
  record Opened(Resources early, Resources late, Duration duration, Served served) {}

  /** A thread may lose its core between leave and request for longer than the budget allows for. */
  private static final double REFUSED_TOLERANCE = 0.001;

  /** What the platform counted: all requests, those refused as too many, and faults. */
  record Served(long requests, long refused, Map<SoakFault, Long> injected) {
    Served {
      injected = Map.copyOf(injected);
    }

    long injected(SoakFault fault) {
      return injected.getOrDefault(fault, 0L);
    }

    long faults() {
      return injected.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  long perSecond() {
    return Math.round(tally.right.sum() / (opened.duration().toMillis() / 1e3));
  }

  /** {@return what must not be; nothing if all is well} */
  List<String> problems() {
    List<String> problems = new ArrayList<>(tally.problems());
    if (tally.right.sum() < settings.retrievals()) {
      problems.add("only " + tally.right.sum() + " right responses");
    }
    if (opened.served().refused() > REFUSED_TOLERANCE * opened.served().requests()) {
      problems.add(opened.served().refused() + " were refused because of the limit");
    }
    long early = opened.early().heap();
    long late = opened.late().heap();
    if (late > early + Resources.HEAP_TOLERANCE) {
      problems.add("heap grew from " + early + " to " + late + " while all was open");
    }
    after.exceeding(before).forEach(more -> problems.add("after closing: " + more));
    return problems;
  }
}
