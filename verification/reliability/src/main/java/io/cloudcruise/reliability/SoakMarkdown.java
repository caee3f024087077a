package io.cloudcruise.reliability;

import io.cloudcruise.core.ratelimit.RateWindow;
import io.cloudcruise.reliability.SoakFigures.Served;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a soak came to. */
final class SoakMarkdown {
  private static final double MB = 1e6;

  private SoakMarkdown() {}

  static String of(SoakFigures figures, SoakAdapters.Figures adapters) {
    return introduction(figures)
        + outcomes(figures)
        + faults(figures.opened().served())
        + exceptions(figures.tally())
        + resources(figures, adapters);
  }

  private static String introduction(SoakFigures figures) {
    SoakSettings settings = figures.settings();
    return format(
        """
        Measured on %d cores of %s with JDK %s and a heap of at most %,.0f MB, by

            ./mvnw -Psoak verify -pl verification/reliability -am -DskipTests

        %d callers wait for %,d runs over loopback, each for its own, again and again, through all of it:
        `RunWaiter` over `RetryingRunResults` over `RateLimitedRunResults` over `FeignRunResultsAdapter`.
        A run has ended at one to four looks. A retrieval is a response that was decoded, and is right if
        status and CRC-32 of the output are those of the run asked for. The platform is in the same
        process; it lets %.0f%% of all requests meet a fault, and enforces the documented limits, times %d:

        %s

        Stalls are ended by a deadline of %d ms. The waiter's pauses pass a thousand times as fast; all
        other time is real.

        """,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.arch"),
        System.getProperty("java.version"),
        Runtime.getRuntime().maxMemory() / MB,
        settings.callers(),
        settings.runs(),
        settings.faults() * 100,
        settings.limits().get(0).requests() / RateWindow.DOCUMENTED.get(0).requests(),
        settings.limits().stream().map(SoakMarkdown::limit).collect(Collectors.joining("\n")),
        settings.deadline().toMillis());
  }

  private static String limit(RateWindow window) {
    return format("- %,d requests in %d s", window.requests(), window.length().toSeconds());
  }

  private static String outcomes(SoakFigures figures) {
    SoakTally tally = figures.tally();
    Served served = figures.opened().served();
    long attempts = tally.attempts.sum();
    return "| | |\n|---|--:|\n"
        + row("retrievals", tally.right.sum() + tally.wrong.sum())
        + row("right responses", tally.right.sum())
        + row("wrong responses", tally.wrong.sum())
        + row("waits, all of which saw the end", tally.waits.sum())
        + row("looks", tally.polls.sum())
        + row("polls that met an error response in spite of retries", tally.pollsRefused.sum())
        + row("attempts", attempts)
        + row("of these, retries", attempts - tally.polls.sum())
        + row("requests that arrived", served.requests())
        + row("of these, sent again by the JDK's client unasked", served.requests() - attempts)
        + row("refused because of the limit; the target is 0", served.refused())
        + row("faults met", served.faults())
        + row("other exceptions than the faults call for", tally.unexpected.sum())
        + format("| duration | %s |\n", time(figures.opened().duration()))
        + row("retrievals per second", figures.perSecond());
  }

  private static String time(Duration duration) {
    return format("%d min %d s", duration.toMinutes(), duration.toSecondsPart());
  }

  private static String faults(Served served) {
    return "\n| fault | times |\n|---|--:|\n"
        + Stream.of(SoakFault.values())
            .map(fault -> row(fault.label(), served.injected(fault)))
            .collect(Collectors.joining());
  }

  private static String exceptions(SoakTally tally) {
    return "\n| what attempts ended in, other than a response | times |\n|---|--:|\n"
        + tally.exceptions().entrySet().stream()
            .map(entry -> row(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
  }

  private static String resources(SoakFigures figures, SoakAdapters.Figures adapters) {
    return format(
            """

        There may be no more threads of any name than before, no more sockets, and at most %d MiB more
        heap in use after a garbage collection, or the run fails. Nobody waits while it is counted. %,d
        adapters of each kind, opened, used for one call and closed one after the other, took %s.

        | | threads | sockets | heap (MB) |
        |---|--:|--:|--:|
        """,
            Resources.HEAP_TOLERANCE >> 20, adapters.count(), time(adapters.duration()))
        + row("before", figures.before())
        + row("open, after a tenth of the retrievals", figures.opened().early())
        + row("open, after all of them", figures.opened().late())
        + row("closed", figures.after())
        + row("before the adapters", adapters.before())
        + row("after the adapters", adapters.after());
  }

  private static String row(String what, Resources held) {
    return format(
        "| %s | %d | %s | %.1f |\n",
        what,
        held.threadCount(),
        held.sockets().isPresent() ? held.sockets().getAsLong() : "not measured",
        held.heap() / MB);
  }

  private static String row(String what, long count) {
    return format("| %s | %,d |\n", what, count);
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
