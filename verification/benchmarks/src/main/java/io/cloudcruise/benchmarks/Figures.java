package io.cloudcruise.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/** All that was measured. */
record Figures(List<Figure> all, List<PairedCalls> pairs) {
  Figures {
    all = List.copyOf(all);
    pairs = List.copyOf(pairs);
  }

  /** Puts the rounds of each benchmark together. */
  static Figures of(List<Collection<RunResult>> rounds, List<PairedCalls> pairs) {
    Map<String, List<RunResult>> byName =
        rounds.stream()
            .flatMap(Collection::stream)
            .collect(
                Collectors.groupingBy(
                    result -> name(result.getParams()), LinkedHashMap::new, Collectors.toList()));
    return new Figures(
        byName.values().stream().map(Figures::joined).map(Figure::of).toList(), pairs);
  }

  private static String name(BenchmarkParams params) {
    return params.getBenchmark() + " " + params.getParam("size");
  }

  private static RunResult joined(List<RunResult> rounds) {
    List<BenchmarkResult> forks =
        rounds.stream().flatMap(round -> round.getBenchmarkResults().stream()).toList();
    return new RunResult(rounds.get(0).getParams(), forks);
  }

  PairedCalls pairs(PayloadSize size) {
    return pairs.stream()
        .filter(pair -> pair.size() == size)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not measured in pairs: " + size));
  }

  Figure of(Contender contender, PayloadSize size) {
    return all.stream()
        .filter(figure -> figure.contender() == contender && figure.size() == size)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not measured: " + contender + ", " + size));
  }
}
