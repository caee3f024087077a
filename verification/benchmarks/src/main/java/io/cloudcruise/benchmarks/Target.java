package io.cloudcruise.benchmarks;

import static io.cloudcruise.benchmarks.Contender.BARE_CLIENT;
import static io.cloudcruise.benchmarks.Contender.CALL;
import static io.cloudcruise.benchmarks.Contender.DATABIND;
import static io.cloudcruise.benchmarks.Contender.DECODING;
import static io.cloudcruise.benchmarks.Contender.SKIM;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that this library wants to reach, and whether it does.
 *
 * @param unit follows both numbers
 */
record Target(String what, PayloadSize size, double atMost, double measured, String unit) {
  private static final double TIMES_THE_SKIM = 1.5;
  private static final double MICROS_OVER_THE_BARE_CLIENT = 10;
  private static final double KB_OVER_THE_BARE_CLIENT = 16;
  private static final double KB = 1024;

  static List<Target> all(Figures figures) {
    Stream<Target> decoding =
        Stream.of(PayloadSize.values()).flatMap(size -> decoding(figures, size));
    Stream<Target> calls = CallBenchmark.SIZES.stream().flatMap(size -> call(figures, size));
    return Stream.concat(decoding, calls).toList();
  }

  private static Stream<Target> decoding(Figures figures, PayloadSize size) {
    Figure library = figures.of(DECODING, size);
    double overSkim = library.fastest() / figures.of(SKIM, size).fastest();
    double overDatabind = library.fastest() / figures.of(DATABIND, size).fastest();
    double overPayload = library.allocated() / PayloadGenerator.generate(size).length;
    double payloads = size == PayloadSize.SMALL ? 4 : 2;
    return Stream.of(
        new Target("decoding, to the tokens alone", size, TIMES_THE_SKIM, overSkim, "x"),
        new Target("decoding, to databind", size, 1, overDatabind, "x"),
        new Target("bytes allocated, to the payload", size, payloads, overPayload, "x"));
  }

  private static Stream<Target> call(Figures figures, PayloadSize size) {
    Figure library = figures.of(CALL, size);
    Figure bare = figures.of(BARE_CLIENT, size);
    double micros = figures.pairs(size).median();
    double kilobytes = (library.allocated() - bare.allocated()) / KB;
    return Stream.of(
        new Target("call, over the bare client", size, MICROS_OVER_THE_BARE_CLIENT, micros, " µs"),
        new Target("call, over the bare client", size, KB_OVER_THE_BARE_CLIENT, kilobytes, " KB"));
  }

  boolean met() {
    return measured <= atMost;
  }
}
