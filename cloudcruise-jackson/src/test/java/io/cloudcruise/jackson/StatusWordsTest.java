package io.cloudcruise.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusWordsTest {

  @ParameterizedTest
  @CsvSource({
    "execution.queued, QUEUED",
    "execution.start, RUNNING",
    "execution.started, RUNNING",
    "execution.step, RUNNING",
    "execution.requeued, REQUEUED",
    "execution.paused, PAUSED",
    "execution.pause, PAUSED",
    "execution.input_required, WAITING_FOR_INPUT",
    "execution.success, SUCCEEDED",
    "Success, SUCCEEDED",
    "execution.failed, FAILED",
    "execution.stopped, STOPPED",
    "execution.interrupted, STOPPED",
  })
  void knowsEveryWordAndWritesItAsItCame(String word, Kind kind) {
    RunStatus status = StatusWords.read(word);

    assertThat(status).isEqualTo(new RunStatus(word, kind));
    assertThat(StatusWords.write(status)).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"execution.thinking", "EXECUTION.SUCCESS", "success", "failed", "", " "})
  void keepsAWordThatItDoesNotKnow(String word) {
    RunStatus status = StatusWords.read(word);

    assertThat(status).isEqualTo(new RunStatus(word, Kind.UNKNOWN));
    assertThat(status.isTerminal()).isFalse();
    assertThat(StatusWords.write(status)).isEqualTo(word);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void writesAWordOfThePlatformForAStatusThatIsNotFromIt(Kind kind) {
    String word = StatusWords.write(RunStatus.of(kind));

    assertThat(word).startsWith("execution.");
    assertThat(StatusWords.read(word).kind()).isEqualTo(kind);
  }
}
