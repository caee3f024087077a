package io.cloudcruise.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.RunStatus.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RunStatusTest {
  @ParameterizedTest
  @EnumSource(names = {"SUCCEEDED", "FAILED", "STOPPED"})
  void endsARun(Meaning meaning) {
    assertThat(RunStatus.of(meaning).isTerminal()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SUCCEEDED", "FAILED", "STOPPED"})
  void doesNotEndARun(Meaning meaning) {
    assertThat(RunStatus.of(meaning).isTerminal()).isFalse();
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
  void isSpelledLikeItsMeaningIfItComesFromNoPlatform(Meaning meaning, String spelling) {
    var status = RunStatus.of(meaning);

    assertThat(status).isEqualTo(new RunStatus(spelling, meaning));
  }

  @Test
  void keepsAnUnknownWordAndTakesItForNotEnded() {
    var status = new RunStatus("execution.Success_v2", Meaning.UNKNOWN);

    assertThat(status.spelling()).isEqualTo("execution.Success_v2");
    assertThat(status.isTerminal()).isFalse();
  }

  @Test
  void printsItsSpelling() {
    assertThat(new RunStatus("execution.pause", Meaning.PAUSED)).hasToString("execution.pause");
  }

  @Test
  void tellsSpellingsOfOneMeaningApart() {
    var pause = new RunStatus("execution.pause", Meaning.PAUSED);
    var paused = new RunStatus("execution.paused", Meaning.PAUSED);

    assertThat(pause).isNotEqualTo(paused);
    assertThat(pause.meaning()).isEqualTo(paused.meaning());
  }

  @Test
  void equalsByItsSpellingAndMeaning() {
    var status = new RunStatus("execution.pause", Meaning.PAUSED);

    assertThat(status)
        .isEqualTo(new RunStatus("execution.pause", Meaning.PAUSED))
        .isNotEqualTo(new RunStatus("execution.pause", Meaning.UNKNOWN));
  }
}
