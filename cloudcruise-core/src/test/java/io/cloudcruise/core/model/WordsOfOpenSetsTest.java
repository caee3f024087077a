package io.cloudcruise.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ids and words that the platform may spell as it likes. */
class WordsOfOpenSetsTest {
  private static final String ODD = " Odd/\u00E9?\n";

  static Stream<Named<Function<String, Record>>> types() {
    return Stream.of(named("ErrorId", ErrorId::new), named("WorkflowId", WorkflowId::new));
  }

  @ParameterizedTest
  @MethodSource("types")
  void printsItsValueOnOneLine(Function<String, Record> type) {
    assertThat(type.apply(ODD)).hasToString(" Odd/\u00E9??");
  }

  @ParameterizedTest
  @MethodSource("types")
  void equalsByItsValueWordForWord(Function<String, Record> type) {
    assertThat(type.apply("a")).isEqualTo(type.apply("a")).isNotEqualTo(type.apply("A"));
  }
}
