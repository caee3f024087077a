package io.cloudcruise.core.model;

import static io.cloudcruise.core.model.Samples.CANARY;
import static io.cloudcruise.core.model.Samples.SESSION;
import static io.cloudcruise.core.model.Samples.fullResults;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.RunStatus.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RunResultsTest {
  private static final RunStatus RUNNING = RunStatus.of(Kind.RUNNING);
  private static final Optional<JsonText> OUTPUT = Optional.of(Samples.confidentialJson());

  private static RunResults endedAs(Kind kind) {
    return fullResults(RunStatus.of(kind)).build();
  }

  @Test
  void isEmptyWhereNothingWasSet() {
    var results = RunResults.builder(SESSION, RUNNING).build();

    assertThat(results.sessionId()).isEqualTo(SESSION);
    assertThat(results.status()).isEqualTo(RUNNING);
    assertThat(results.workflowId()).isEmpty();
    assertThat(results.inputs()).isEmpty();
    assertThat(results.secretInputs()).isEmpty();
    assertThat(results.vaultEntries()).isEmpty();
    assertThat(results.retries()).isEmpty();
    assertThat(results.output()).isEmpty();
    assertThat(results.screenshots()).isEmpty();
    assertThat(results.recordings()).isEmpty();
    assertThat(results.files()).isEmpty();
    assertThat(results.errors()).isEmpty();
    assertThat(results.recoveryFlag()).isEmpty();
    assertThat(results.recoveredErrorIds()).isEmpty();
    assertThat(results.otherFields()).isEmpty();
  }

  @Test
  void holdsWhatWasSet() {
    var results = fullResults(RUNNING).build();

    assertThat(results.sessionId()).isEqualTo(SESSION);
    assertThat(results.status()).isEqualTo(RUNNING);
    assertThat(results.workflowId()).contains(new WorkflowId("workflow canary"));
    assertThat(results.inputs())
        .isEqualTo(Samples.inOddOrder(new InputVariable.SecretValue(new Secret(CANARY))));
    assertThat(results.secretInputs()).containsExactly("secret input canary");
    assertThat(results.vaultEntries()).isEqualTo(Samples.inOddOrder(Samples.vaultEntry()));
    assertThat(results.retries()).hasValue(2);
    assertThat(results.output()).isEqualTo(OUTPUT);
    assertThat(results.screenshots()).containsExactly(Samples.screenshot());
    assertThat(results.recordings()).containsExactly(Samples.recording());
    assertThat(results.files()).containsExactly(Samples.file());
    assertThat(results.errors())
        .containsExactly(Samples.fullError("error-1"), Samples.fullError("error-2"));
    assertThat(results.recoveryFlag()).contains(false);
    assertThat(results.recoveredErrorIds()).containsExactly(new ErrorId("not sent canary"));
    assertThat(results.otherFields()).isEqualTo(Samples.inOddOrder(Samples.confidentialJson()));
  }

  @Test
  void succeedsWithItsOutput() {
    assertThat(endedAs(Kind.SUCCEEDED).outcome()).isEqualTo(RunOutcome.Succeeded.of(OUTPUT));
  }

  @Test
  void failsWithItsErrorsAndPartialOutput() {
    var errors = List.of(Samples.fullError("error-1"), Samples.fullError("error-2"));

    assertThat(endedAs(Kind.FAILED).outcome()).isEqualTo(RunOutcome.Failed.of(errors, OUTPUT));
  }

  @Test
  void failsWithoutTheErrorsThatWereRecovered() {
    var results =
        fullResults(RunStatus.of(Kind.FAILED))
            .recoveredErrorIds(List.of(new ErrorId("error-1")))
            .build();

    assertThat(results.outcome())
        .isEqualTo(RunOutcome.Failed.of(List.of(Samples.fullError("error-2")), OUTPUT));
  }

  @Test
  void failsWithoutAnyErrorIfAllWereRecovered() {
    var results =
        fullResults(RunStatus.of(Kind.FAILED))
            .recoveredErrorIds(List.of(new ErrorId("error-1"), new ErrorId("error-2")))
            .build();

    assertThat(results.outcome()).isEqualTo(RunOutcome.Failed.of(List.of(), OUTPUT));
  }

  @Test
  void stopsWithItsPartialOutput() {
    assertThat(endedAs(Kind.STOPPED).outcome()).isEqualTo(RunOutcome.Stopped.of(OUTPUT));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SUCCEEDED", "FAILED", "STOPPED"})
  void isUnfinishedInAnyOtherStatus(Kind kind) {
    var status = new RunStatus("execution.whatever", kind);

    var outcome = fullResults(status).build().outcome();

    assertThat(outcome).isEqualTo(RunOutcome.Unfinished.of(status));
  }

  @Test
  void endsWithoutOutputIfNoneWasSent() {
    var results = RunResults.builder(SESSION, RunStatus.of(Kind.SUCCEEDED)).build();

    assertThat(results.outcome()).isEqualTo(RunOutcome.Succeeded.of(Optional.empty()));
  }

  @Test
  void ordersArtifactsByKind() {
    var results = fullResults(RUNNING).build();

    assertThat(results.artifacts())
        .containsExactly(Samples.screenshot(), Samples.recording(), Samples.file());
  }

  @Test
  void hasNoArtifactsIfNoneWereSent() {
    assertThat(RunResults.builder(SESSION, RUNNING).build().artifacts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void printsNothingThatTheRunWasGivenOrProduced(Kind kind) {
    assertThat(endedAs(kind).toString()).doesNotContain(CANARY);
  }

  @Test
  void withoutSignaturesNoUrlOpensAnything() {
    var page = RunError.builder().pageUrl(new PageUrl("https://a.example/b?session=x#y")).build();
    var results = RunResults.builder(SESSION, RUNNING).errors(List.of(page)).build();

    var cut = results.withoutSignatures();

    assertThat(cut.errors())
        .containsExactly(
            RunError.builder().pageUrl(new PageUrl("https://a.example/b?***")).build());
    assertThat(cut.withoutSignatures()).isEqualTo(cut);
  }

  @Test
  void printsIdStatusAndCounts() {
    assertThat(fullResults(RUNNING).build())
        .hasToString(
            "RunResults[sessionId=run-1, status=running, inputs=5, errors=2, screenshots=1,"
                + " recordings=1, files=1]");
  }
}
