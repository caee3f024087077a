package io.cloudcruise.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs all benchmarks and writes the report: {@code Main REPORT QUICK_REPORT}. With {@code
 * -Dbenchmarks.quick=true} it takes one short look, whose figures are for development only, and
 * writes the second file instead of the first.
 */
public final class Main {
  /**
   * Rounds of one fork each rather than forks in a row, so that what is compared takes turns on a
   * machine that is not equally busy all the time.
   */
  private static final int ROUNDS = 3;

  private Main() {}

  /** Runs, and writes; what is thrown says why there is no report. */
  public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
    boolean quick = Boolean.getBoolean("benchmarks.quick");
    List<PairedCalls> pairs = pairs(quick ? 2_000 : 20_000);
    Figures figures = Figures.of(quick ? List.of(run(quick())) : rounds(), pairs);
    Path file = Path.of(args[quick ? 1 : 0]).normalize();
    Document.write(file, new Report(figures).markdown());
    System.out.println("Written: " + file);
  }

  private static List<PairedCalls> pairs(int number) throws IOException, InterruptedException {
    List<PairedCalls> pairs = new ArrayList<>();
    for (PayloadSize size : CallBenchmark.SIZES) {
      pairs.add(PairedCalls.measure(size, number));
    }
    return pairs;
  }

  private static List<Collection<RunResult>> rounds() throws RunnerException {
    List<Collection<RunResult>> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(run(all()));
    }
    return rounds;
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).run();
  }

  private static ChainedOptionsBuilder all() {
    return new OptionsBuilder()
        .include(DecodeBenchmark.class.getName())
        .include(CallBenchmark.class.getName())
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true);
  }

  private static ChainedOptionsBuilder quick() {
    TimeValue blink = TimeValue.milliseconds(300);
    return all()
        .warmupIterations(3)
        .warmupTime(blink)
        .measurementIterations(2)
        .measurementTime(blink);
  }
}
