package io.cloudcruise.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.RunStatus.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RunStatusTest {
  @ParameterizedTest
  @EnumSource(names = {"SUCCEEDED", "FAILED", "STOPPED"})
  void endsARun(Kind kind) {
    assertThat(RunStatus.of(kind).isTerminal()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SUCCEEDED", "FAILED", "STOPPED"})
  void doesNotEndARun(Kind kind) {
    assertThat(RunStatus.of(kind).isTerminal()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "QUEUED, queued",
    "RUNNING, running",
    "REQUEUED, requeued",
    "PAUSED, paused",
    "WAITING_FOR_INPUT, waiting_for_input",
    "SUCCEEDED, succeeded",
    "FAILED, failed",
    "STOPPED, stopped",
    "UNKNOWN, unknown"
  })
  void isSpelledLikeItsMeaningIfItComesFromNoPlatform(Kind kind, String rawValue) {
    var status = RunStatus.of(kind);

    assertThat(status).isEqualTo(new RunStatus(rawValue, kind));
  }

  @Test
  void keepsAnUnknownWordAndTakesItForNotEnded() {
    var status = new RunStatus("execution.Success_v2", Kind.UNKNOWN);

    assertThat(status.rawValue()).isEqualTo("execution.Success_v2");
    assertThat(status.isTerminal()).isFalse();
  }

  @Test
  void printsItsRawValue() {
    assertThat(new RunStatus("execution.pause", Kind.PAUSED)).hasToString("execution.pause");
  }

  @Test
  void tellsRawValuesOfOneMeaningApart() {
    var pause = new RunStatus("execution.pause", Kind.PAUSED);
    var paused = new RunStatus("execution.paused", Kind.PAUSED);

    assertThat(pause).isNotEqualTo(paused);
    assertThat(pause.kind()).isEqualTo(paused.kind());
  }

  @Test
  void equalsByItsRawValueAndMeaning() {
    var status = new RunStatus("execution.pause", Kind.PAUSED);

    assertThat(status)
        .isEqualTo(new RunStatus("execution.pause", Kind.PAUSED))
        .isNotEqualTo(new RunStatus("execution.pause", Kind.UNKNOWN));
  }
}
