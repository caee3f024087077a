package io.cloudcruise.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void listsEveryContenderAtEverySize() {
    String report = new Report(figures(10, 1_000)).markdown();

    assertThat(report.lines().filter(line -> line.startsWith("| Jackson databind | 10.0 |")))
        .hasSize(PayloadSize.values().length);
    assertThat(report).contains("| small, bare JDK client |", "| medium, this library |");
  }

  @Test
  void aTargetThatIsReachedIsMet() {
    assertThat(Target.all(figures(10, 1_000))).isNotEmpty().allMatch(Target::met);
  }

  @Test
  void aTargetThatIsNotReachedIsMissed() {
    Figures figures = with(figures(10, 1_000), Contender.DECODING, 16);

    assertThat(Target.all(figures).stream().filter(target -> !target.met()))
        .extracting(Target::what)
        .containsOnly("decoding, to the tokens alone", "decoding, to databind");
    assertThat(new Report(figures).markdown()).contains("| 1.5x | 1.60x | **missed** |");
  }

  private static Figures figures(double micros, double bytes) {
    return new Figures(
        Arrays.stream(Contender.values())
            .flatMap(
                contender ->
                    Stream.of(PayloadSize.values())
                        .map(size -> figure(contender, size, micros, bytes)))
            .toList(),
        CallBenchmark.SIZES.stream().map(size -> new PairedCalls(size, -1, 2, 3)).toList());
  }

  private static Figures with(Figures figures, Contender changed, double micros) {
    List<Figure> all =
        figures.all().stream()
            .map(
                figure ->
                    figure.contender() == changed
                        ? figure(changed, figure.size(), micros, figure.allocated())
                        : figure)
            .toList();
    return new Figures(all, figures.pairs());
  }

  private static Figure figure(Contender contender, PayloadSize size, double micros, double bytes) {
    return new Figure(contender, size, micros, micros, micros, bytes);
  }
}
