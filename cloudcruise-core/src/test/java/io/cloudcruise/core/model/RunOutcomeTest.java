package io.cloudcruise.core.model;

import static io.cloudcruise.core.model.Samples.CANARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cloudcruise.core.model.RunOutcome.Failed;
import io.cloudcruise.core.model.RunOutcome.Stopped;
import io.cloudcruise.core.model.RunOutcome.Succeeded;
import io.cloudcruise.core.model.RunOutcome.Unfinished;
import io.cloudcruise.core.model.RunStatus.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class RunOutcomeTest {
  private static final Optional<JsonText> OUTPUT = Optional.of(Samples.confidentialJson());

  static Stream<Arguments> kinds() {
    return Stream.of(
        arguments(Succeeded.of(OUTPUT), "succeeded"),
        arguments(Failed.of(List.of(Samples.fullError("error-1")), OUTPUT), "failed"),
        arguments(Stopped.of(OUTPUT), "stopped"),
        arguments(Unfinished.of(RunStatus.of(Kind.RUNNING)), "unfinished"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void foldsToTheFunctionOfItsKind(RunOutcome outcome, String kind) {
    String folded =
        outcome.fold(
            succeeded -> "succeeded",
            failed -> "failed",
            stopped -> "stopped",
            unfinished -> "unfinished");

    assertThat(folded).isEqualTo(kind);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void foldsItself(RunOutcome outcome, String kind) {
    RunOutcome folded =
        outcome.fold(
            succeeded -> succeeded, failed -> failed, stopped -> stopped, unfinished -> unfinished);

    assertThat(folded).as(kind).isSameAs(outcome);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void printsNeitherOutputNorTextsOfErrors(RunOutcome outcome, String kind) {
    assertThat(outcome.toString()).as(kind).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCEEDED", "FAILED", "STOPPED"})
  void isNotUnfinishedInATerminalStatus(Kind kind) {
    var status = new RunStatus("execution.over", kind);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Unfinished.of(status))
        .withMessageContaining("execution.over");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SUCCEEDED", "FAILED", "STOPPED"})
  void isUnfinishedInAnyOtherStatus(Kind kind) {
    var status = RunStatus.of(kind);

    assertThat(Unfinished.of(status).status()).isEqualTo(status);
  }
}
