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
        paused -> "needs a person " + paused.results().status(),
        running -> "still running " + running.lastSeen().map(RunResults::status).orElseThrow());
  }

  @Test
  void eachOutcomeIsFoldedAsWhatItIs() {
    RunResults paused = run(Kind.PAUSED);
    RunResults running = run(Kind.RUNNING);
    assertThat(folded(new Finished(run(Kind.FAILED), SECOND, 2))).isEqualTo("finished failed");
    assertThat(folded(new NeedsPerson(paused, SECOND, 2))).isEqualTo("needs a person paused");
    assertThat(folded(new StillRunning(Optional.of(running), SECOND, 2)))
        .isEqualTo("still running running");
  }

  @Test
  void aRunThatHasNotEndedIsNeverFinished() {
    for (Kind kind : Kind.values()) {
      if (!RunStatus.of(kind).isTerminal()) {
        assertThatThrownBy(() -> new Finished(run(kind), SECOND, 1))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("not finished: ");
      }
    }
  }

  @Test
  void aPolicyIsChangedOneThingAtATime() {
    WaitPolicy policy =
        WaitPolicy.STANDARD
            .withTimeout(SECOND)
            .withNotFoundGracePeriod(SECOND.multipliedBy(2))
            .withLateArtifacts(SECOND.multipliedBy(3))
            .withRetry(RetryPolicy.NONE);
    assertThat(policy)
        .isEqualTo(
            new WaitPolicy(
                SECOND, SECOND.multipliedBy(2), SECOND.multipliedBy(3), RetryPolicy.NONE));
  }

  @Test
  void negativeTimesAreRefused() {
    Duration negative = Duration.ofSeconds(-1);
    assertThatThrownBy(() -> WaitPolicy.STANDARD.withTimeout(negative))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a time is negative: PT-1S, PT0S, PT5S");
    assertThatThrownBy(() -> WaitPolicy.STANDARD.withNotFoundGracePeriod(negative))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WaitPolicy.STANDARD.withLateArtifacts(negative))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWaiterPollsAtOneRunAtATimeAtLeast() {
    assertThatThrownBy(() -> RunWaiter.over(id -> Optional.empty()).concurrency(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("needs at least one look at a time, got 0");
  }
}
