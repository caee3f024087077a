package io.cloudcruise.benchmarks;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Waits for whole fleets, and says what that took. */
final class FleetReport {
  private static final int WARM_UP = 3_000;
  private static final int WAITS = 600;
  private static final double KB = 1e3;
  private static final double MB = 1e6;

  private FleetReport() {}

  static String markdown() throws Exception {
    FleetSimulation.of(WARM_UP);
    return """

        ## Fleets

        Runs that all begin at once, of eight workflows in equal parts, one for each row of the
        first table, waited for in one waiter from their beginning, in virtual time. The platform
        counts by the documented windows to the nanosecond, and would refuse what is over them.
        Delay, in minutes, is between an end and the look that sees it. CPU is the time of the one
        thread that does everything, the platform's part included. Heap is the most above idle,
        after garbage collections every ten minutes of virtual time.

        | runs | polls | refused | finished | polled after the end | hours | polls per run | mean delay, longest | CPU per poll | heap | per run |
        |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
        """
        + IntStream.of(100, 1_000, 10_000, 100_000)
            .mapToObj(FleetSimulation::of)
            .map(FleetReport::row)
            .collect(Collectors.joining())
        + overHttp(HttpFleet.ofMoving(WAITS));
  }

  private static String row(FleetFigures figures) {
    return format(
        "| %,d | %,d | %,d | %,d | %,d | %.1f | %.1f | %.1f, %.1f | %.0f µs | %.1f MB | %.1f kB |%n",
        figures.runs(),
        figures.polls(),
        figures.refused(),
        figures.finished(),
        figures.afterTheEnd(),
        figures.hours(),
        (double) figures.polls() / figures.runs(),
        figures.meanDelay() / 60,
        figures.longestDelay() / 60,
        figures.cpuPerPoll(),
        figures.heap() / MB,
        figures.heap() / KB / figures.runs());
  }

  private static String overHttp(HttpFleetFigures figures) {
    return """

        In real time and over HTTP, at a sandbox that enforces the limits: the waits share three
        runs, which end within 18 s of the first poll. Threads and heap are the most seen, once a
        second; the heap holds the sandbox's too, such as its log of 1,000 requests.

        | waits | polls | refused | finished | polled after the end | seconds | waiter's threads | HTTP client's | heap |
        |--:|--:|--:|--:|--:|--:|--:|--:|--:|
        """
        + format(
            "| %,d | %,d | %,d | %,d | %,d | %.1f | %d | %d | %.1f MB |%n",
            figures.waits(),
            figures.polls(),
            figures.refused(),
            figures.finished(),
            figures.afterTheEnd(),
            figures.seconds(),
            figures.waiterThreads(),
            figures.httpThreads(),
            figures.heap() / MB);
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format.replace("%n", "\n"), arguments);
  }
}
