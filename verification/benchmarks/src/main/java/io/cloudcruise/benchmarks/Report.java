package io.cloudcruise.benchmarks;

import static io.cloudcruise.benchmarks.Contender.BARE_CLIENT;
import static io.cloudcruise.benchmarks.Contender.CALL;
import static io.cloudcruise.benchmarks.Contender.DATABIND;
import static io.cloudcruise.benchmarks.Contender.DECODING;
import static io.cloudcruise.benchmarks.Contender.FEIGN_JACKSON;
import static io.cloudcruise.benchmarks.Contender.SKIM;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in Markdown what was measured. */
final class Report {
  private static final double KB = 1024;
  private static final List<Contender> DECODERS = List.of(SKIM, DATABIND, FEIGN_JACKSON, DECODING);

  private final Figures figures;

  Report(Figures figures) {
    this.figures = figures;
  }

  String markdown() {
    return Stream.of(machine(), decoding(), calls(), targets()).collect(Collectors.joining("\n"));
  }

  private static String machine() {
    return """
        Measured on %d cores of %s with JDK %s, by

            ./mvnw -Pbenchmarks verify -pl verification/benchmarks -am -DskipTests

        Times are the median of the iterations' averages, with the fastest and the slowest iteration
        beside it. Ratios are of the fastest: what else a machine does only ever adds to a time.
        Allocation is the median of the bytes that all threads allocated for one operation. 1 KB is
        1,024 bytes.
        """
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch"),
            System.getProperty("java.version"));
  }

  private String decoding() {
    return """
        ## Decoding

        From the bytes of a response to results. The tokens alone are the floor: Jackson's parser
        with its defaults passes over all of them, and nothing is made of them. Databind reads into
        records, the output into a tree; Feign's decoder does the same, from the body of a response.

        """
        + Stream.of(PayloadSize.values()).map(this::decoding).collect(Collectors.joining("\n"));
  }

  private String decoding(PayloadSize size) {
    int payload = PayloadGenerator.generate(size).length;
    return format(
            """
            ### %s: %,d bytes (screenshots: %,d, errors: %,d, rows of output: %,d)

            | | time (µs) | fastest to slowest | to the tokens | allocated (KB) | to the payload |
            |---|--:|--:|--:|--:|--:|
            """,
            capitalized(size.label()), payload, size.screenshots(), size.errors(), size.rows())
        + DECODERS.stream()
            .map(contender -> decoding(figures.of(contender, size), payload))
            .collect(Collectors.joining());
  }

  private String decoding(Figure figure, int payload) {
    return format(
        "| %s | %,.1f | %,.1f to %,.1f | %.2f | %,.1f | %.2f |%n",
        figure.contender().label(),
        figure.micros(),
        figure.fastest(),
        figure.slowest(),
        figure.fastest() / figures.of(SKIM, figure.size()).fastest(),
        figure.allocated() / KB,
        figure.allocated() / payload);
  }

  private String calls() {
    return """
        ## Whole calls

        From a session id to results, over loopback, from a server that answers at once. The bare
        client is the JDK's, sends the same headers, and hands the bytes to the same decoding. What
        is allocated includes the server's and the client's own threads, on both sides alike.

        | | time (µs) | fastest to slowest | allocated (KB) | over the bare client (KB) |
        |---|--:|--:|--:|--:|
        """
        + CallBenchmark.SIZES.stream()
            .flatMap(size -> Stream.of(BARE_CLIENT, CALL).map(who -> figures.of(who, size)))
            .map(this::call)
            .collect(Collectors.joining())
        + """

        Those times are taken in a process each. A difference of microseconds shows only where both
        take turns, call by call, in one process:

        | | over the bare client, median of all pairs (µs) | half of the pairs lie within (µs) |
        |---|--:|--:|
        """
        + CallBenchmark.SIZES.stream()
            .map(size -> pair(figures.pairs(size)))
            .collect(Collectors.joining());
  }

  private static String pair(PairedCalls pair) {
    return format(
        "| %s | %,.1f | %,.1f to %,.1f |%n",
        pair.size().label(), pair.median(), pair.lower(), pair.upper());
  }

  private String call(Figure figure) {
    Figure bare = figures.of(BARE_CLIENT, figure.size());
    return format(
        "| %s, %s | %,.1f | %,.1f to %,.1f | %,.1f | %,.1f |%n",
        figure.size().label(),
        figure.contender().label(),
        figure.micros(),
        figure.fastest(),
        figure.slowest(),
        figure.allocated() / KB,
        (figure.allocated() - bare.allocated()) / KB);
  }

  private String targets() {
    return """
        ## Targets

        | | size | at most | measured | |
        |---|---|--:|--:|---|
        """
        + Target.all(figures).stream().map(Report::target).collect(Collectors.joining());
  }

  private static String target(Target target) {
    return format(
        "| %s | %s | %.1f%s | %.2f%s | %s |%n",
        target.what(),
        target.size().label(),
        target.atMost(),
        target.unit(),
        target.measured(),
        target.unit(),
        target.met() ? "met" : "**missed**");
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** The same on every machine: neither its locale nor its line ends show. */
  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format.replace("%n", "\n"), arguments);
  }
}
