package io.cloudcruise.core.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.wait.WaitOutcome.Finished;
import io.cloudcruise.core.wait.WaitOutcome.NeedsPerson;
import io.cloudcruise.core.wait.WaitOutcome.StillRunning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitValuesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static RunResults run(Kind kind) {
    return RunResults.builder(new SessionId("a-run"), RunStatus.of(kind)).build();
  }

  private static String folded(WaitOutcome outcome) {
    return outcome.fold(
        finished -> "finished " + finished.results().status(),
        paused -> "needs a person " + paused.lastSeen().orElseThrow().status(),
        running -> "still running " + running.lastSeen().map(RunResults::status).orElseThrow());
  }

  @Test
  void eachOutcomeIsFoldedAsWhatItIs() {
    RunResults paused = run(Kind.PAUSED);
    RunResults running = run(Kind.RUNNING);
    assertThat(folded(Finished.of(run(Kind.FAILED), SECOND, 2))).isEqualTo("finished failed");
    assertThat(folded(NeedsPerson.of(paused, SECOND, 2))).isEqualTo("needs a person paused");
    assertThat(folded(StillRunning.of(Optional.of(running), SECOND, 2)))
        .isEqualTo("still running running");
  }

  @Test
  void aRunThatHasNotEndedIsNeverFinished() {
    for (Kind kind : Kind.values()) {
      if (!RunStatus.of(kind).isTerminal()) {
        assertThatThrownBy(() -> Finished.of(run(kind), SECOND, 1))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("not finished: ");
      }
    }
  }

  @Test
  void aPolicyIsChangedOneThingAtATime() {
    WaitPolicy policy =
        WaitPolicy.STANDARD.toBuilder()
            .timeout(SECOND)
            .notFoundGracePeriod(SECOND.multipliedBy(2))
            .lateArtifacts(SECOND.multipliedBy(3))
            .retry(RetryPolicy.NONE)
            .build();
    assertThat(policy.timeout()).isEqualTo(SECOND);
    assertThat(policy.notFoundGracePeriod()).isEqualTo(SECOND.multipliedBy(2));
    assertThat(policy.lateArtifacts()).isEqualTo(SECOND.multipliedBy(3));
    assertThat(policy.retry()).isEqualTo(RetryPolicy.NONE);
    assertThat(policy.toBuilder().build()).isEqualTo(policy);
  }

  @Test
  void timesBeyondAYearCountAsAYear() {
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
    WaitPolicy policy =
        WaitPolicy.builder()
            .timeout(forever)
            .notFoundGracePeriod(forever)
            .lateArtifacts(forever)
            .build();

    assertThat(policy.timeout()).isEqualTo(Duration.ofDays(365));
    assertThat(policy.notFoundGracePeriod()).isEqualTo(Duration.ofDays(365));
    assertThat(policy.lateArtifacts()).isEqualTo(Duration.ofDays(365));
  }

  @Test
  void resultsOfAWaitThatDidNotFinishSayWhatToDo() {
    RunResults ended = run(Kind.SUCCEEDED);

    assertThat(Finished.of(ended, SECOND, 1).results()).isSameAs(ended);
    assertThatThrownBy(() -> NeedsPerson.of(run(Kind.PAUSED), SECOND, 1).results())
        .isInstanceOf(RunNotFinishedException.class)
        .hasMessageContaining("paused after PT1S: somebody has to see to it");
    assertThatThrownBy(() -> StillRunning.of(Optional.empty(), SECOND, 1).results())
        .isInstanceOf(RunNotFinishedException.class)
        .hasMessage(
            "the platform does not know the run yet after PT1S: wait for it again, or for longer");
    assertThatThrownBy(() -> StillRunning.of(Optional.of(run(Kind.RUNNING)), SECOND, 1).results())
        .isInstanceOf(RunNotFinishedException.class)
        .hasMessageContaining("is running after PT1S");
  }

  @Test
  void theOutcomeOfAFinishedWaitIsOneOfThree() {
    for (Kind kind : List.of(Kind.SUCCEEDED, Kind.FAILED, Kind.STOPPED)) {
      String outcome =
          Finished.of(run(kind), SECOND, 1)
              .outcome()
              .fold(succeeded -> "SUCCEEDED", failed -> "FAILED", stopped -> "STOPPED");
      assertThat(outcome).isEqualTo(kind.name());
    }
  }

  @Test
  void negativeTimesAreRefused() {
    Duration negative = Duration.ofSeconds(-1);
    assertThatThrownBy(() -> WaitPolicy.STANDARD.toBuilder().timeout(negative))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeout must not be negative, is PT-1S");
    assertThatThrownBy(() -> WaitPolicy.STANDARD.toBuilder().notFoundGracePeriod(negative))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WaitPolicy.STANDARD.toBuilder().lateArtifacts(negative))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aConcurrencyBelowOneIsRefused() {
    assertThatThrownBy(() -> RunWaiter.builder(id -> Optional.empty()).concurrency(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("needs at least one poll at a time, got 0");
  }
}
