package io.cloudcruise.core.model;

import static io.cloudcruise.core.model.Samples.error;
import static io.cloudcruise.core.model.Samples.fullError;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.RunStatus.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the flag, the listed ids and the errors of {@link RunResults} go together. */
class RecoveryTest {
  private static final RunError WITHOUT_ID = RunError.builder().message("no id").build();

  private static RunResults.Builder resultsWith(RunError... errors) {
    return RunResults.builder(Samples.SESSION, RunStatus.of(Kind.FAILED)).errors(List.of(errors));
  }

  private static List<ErrorId> ids(String... values) {
    return Arrays.stream(values).map(ErrorId::new).toList();
  }

  private static List<ErrorId> recovered(RunResults results) {
    return results.recoveredErrors().stream().flatMap(error -> error.id().stream()).toList();
  }

  @Test
  void withNeitherFlagNorIdsNothingIsRecovered() {
    var results = resultsWith(error("a"), error("b")).build();

    assertThat(results.wasRecovered()).isFalse();
    assertThat(results.recoveredErrors()).isEmpty();
    assertThat(results.unrecoveredErrors()).containsExactly(error("a"), error("b"));
  }

  @Test
  void listedIdsMarkTheErrorsThatTheyName() {
    var results =
        resultsWith(error("a"), error("b"), error("c")).recoveredErrorIds(ids("c", "a")).build();

    assertThat(results.wasRecovered()).isTrue();
    assertThat(recovered(results)).isEqualTo(ids("a", "c"));
    assertThat(results.unrecoveredErrors()).containsExactly(error("b"));
  }

  @Test
  void errorsStayInTheOrderSentWhetherRecoveredOrNot() {
    var results =
        resultsWith(error("a"), error("b"), error("c")).recoveredErrorIds(ids("b")).build();

    assertThat(results.errors())
        .extracting(error -> error.id().orElseThrow())
        .isEqualTo(ids("a", "b", "c"));
  }

  @Test
  void listedIdsThatNameNoErrorChangeNothing() {
    var results = resultsWith(error("a")).recoveredErrorIds(ids("x")).build();

    assertThat(results.wasRecovered()).isFalse();
    assertThat(results.recoveredErrors()).isEmpty();
  }

  @Test
  void listedIdsThatNameNoErrorAreKept() {
    var results = resultsWith(error("a")).recoveredErrorIds(ids("x", "a")).build();

    assertThat(results.recoveredErrorIds()).isEqualTo(ids("x", "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "a ", ""})
  void listedIdsNameAnErrorOnlyWordForWord(String id) {
    var results = resultsWith(error("a")).recoveredErrorIds(ids(id)).build();

    assertThat(results.recoveredErrors()).isEmpty();
  }

  @Test
  void aFlagWithoutIdsSaysThatTheRunWasRecoveredAndMarksNoError() {
    var results = resultsWith(error("a")).recoveryFlag(true).build();

    assertThat(results.wasRecovered()).isTrue();
    assertThat(results.recoveredErrors()).isEmpty();
    assertThat(results.unrecoveredErrors()).containsExactly(error("a"));
  }

  @Test
  void aFlagWithoutErrorsSaysThatTheRunWasRecovered() {
    var results = resultsWith().recoveryFlag(true).build();

    assertThat(results.wasRecovered()).isTrue();
  }

  @Test
  void anErrorThatIsListedOutweighsAFlagThatDeniesIt() {
    var results = resultsWith(error("a")).recoveryFlag(false).recoveredErrorIds(ids("a")).build();

    assertThat(results.wasRecovered()).isTrue();
    assertThat(recovered(results)).isEqualTo(ids("a"));
  }

  @Test
  void aFlagThatDeniesItStandsIfTheListedIdsNameNoError() {
    var results = resultsWith(error("a")).recoveryFlag(false).recoveredErrorIds(ids("x")).build();

    assertThat(results.wasRecovered()).isFalse();
  }

  @Test
  void theFlagIsKeptAsSent() {
    assertThat(resultsWith().build().recoveryFlag()).isEmpty();
    assertThat(resultsWith().recoveryFlag(true).build().recoveryFlag()).contains(true);
    assertThat(resultsWith().recoveryFlag(false).build().recoveryFlag()).contains(false);
  }

  @Test
  void anErrorWithoutIdIsNeverRecovered() {
    var results = resultsWith(WITHOUT_ID, error("a")).recoveredErrorIds(ids("a", "")).build();

    assertThat(results.unrecoveredErrors()).containsExactly(WITHOUT_ID);
  }

  @Test
  void anIdListedTwiceMarksItsErrorOnceAndIsKeptTwice() {
    var results = resultsWith(error("a"), error("b")).recoveredErrorIds(ids("a", "a")).build();

    assertThat(recovered(results)).isEqualTo(ids("a"));
    assertThat(results.recoveredErrorIds()).isEqualTo(ids("a", "a"));
  }

  @Test
  void anIdThatTwoErrorsShareMarksBoth() {
    var results = resultsWith(error("a"), error("a")).recoveredErrorIds(ids("a")).build();

    assertThat(results.recoveredErrors()).hasSize(2);
  }

  @Test
  void anErrorMarkedElsewhereIsMarkedAnew() {
    var marked = resultsWith(error("a")).recoveredErrorIds(ids("a")).build().errors().get(0);

    var results = resultsWith(marked).build();

    assertThat(marked.recovered()).isTrue();
    assertThat(results.errors()).containsExactly(error("a"));
  }

  @Test
  void markingAnErrorKeepsAllElseThatItHolds() {
    var results = resultsWith(fullError("a")).recoveredErrorIds(ids("a")).build();

    assertThat(results.errors().get(0))
        .usingRecursiveComparison()
        .ignoringFields("recovered")
        .isEqualTo(fullError("a"));
  }

  @Test
  void markingAnErrorLeavesTheErrorGivenAsItWas() {
    var given = error("a");

    var results = resultsWith(given).recoveredErrorIds(ids("a")).build();

    assertThat(results.errors()).extracting(RunError::recovered).containsExactly(true);
    assertThat(given.recovered()).isFalse();
  }
}
