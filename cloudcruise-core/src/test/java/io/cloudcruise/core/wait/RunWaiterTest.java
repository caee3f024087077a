package io.cloudcruise.core.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Meaning;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RunNotFound;
import io.cloudcruise.core.port.Unavailable;
import io.cloudcruise.core.wait.WaitOutcome.Finished;
import io.cloudcruise.core.wait.WaitOutcome.NeedsPerson;
import io.cloudcruise.core.wait.WaitOutcome.StillRunning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a wait sees of a run, and how it ends. */
class RunWaiterTest extends RunWaiterRig {
  @Test
  void aRunThatHasEndedIsSeenByTheFirstLookAtOnce() {
    platform.from(0, RUN, Meaning.SUCCEEDED);
    assertThat(outcome(POLICY))
        .isInstanceOfSatisfying(
            Finished.class,
            finished -> {
              assertThat(finished.results().sessionId()).isEqualTo(RUN);
              assertThat(finished.waited()).isZero();
              assertThat(finished.looks()).isEqualTo(1);
            });
  }

  @Test
  void aRunIsWaitedForUntilItEndsHoweverItDoes() {
    for (Meaning end : List.of(Meaning.SUCCEEDED, Meaning.FAILED, Meaning.STOPPED)) {
      SessionId id = new SessionId("run-" + end);
      Duration start = timer.passed();
      platform
          .from(start.toSeconds(), id, Meaning.QUEUED)
          .from(start.toSeconds() + 5, id, Meaning.RUNNING)
          .from(start.toSeconds() + 60, id, end);
      CompletableFuture<WaitOutcome> outcome = waiter.start(id, POLICY);
      timer.advance(Duration.ofSeconds(80));
      assertThat(outcome.join())
          .isInstanceOfSatisfying(
              Finished.class,
              finished -> {
                assertThat(finished.results().status().meaning()).isEqualTo(end);
                assertThat(finished.waited().toSeconds()).isBetween(60L, 70L);
              });
    }
  }

  @Test
  void aPausedRunNeedsAPerson() {
    platform.from(0, RUN, Meaning.RUNNING).from(3, RUN, Meaning.PAUSED);
    assertThat(outcome(POLICY))
        .isInstanceOfSatisfying(
            NeedsPerson.class,
            paused -> {
              assertThat(paused.results().status().meaning()).isEqualTo(Meaning.PAUSED);
              assertThat(paused.waited().toSeconds()).isLessThan(10);
            });
  }

  @Test
  void aRunThatWaitsForInputNeedsAPerson() {
    platform.from(0, RUN, Meaning.WAITING_FOR_INPUT);
    assertThat(outcome(POLICY)).isInstanceOf(NeedsPerson.class);
  }

  @Test
  void aRunThatDoesNotEndIsStillRunningWhenTheTimeIsUp() {
    platform.from(0, RUN, Meaning.RUNNING);
    assertThat(outcome(POLICY.withTimeout(Duration.ofMinutes(10))))
        .isInstanceOfSatisfying(
            StillRunning.class,
            running -> {
              assertThat(running.lastSeen()).map(RunResults::sessionId).contains(RUN);
              assertThat(running.waited()).isEqualTo(Duration.ofMinutes(10));
              assertThat(running.looks()).isEqualTo(platform.looks.size()).isGreaterThan(20);
            });
  }

  @Test
  void theLastLookIsMadeASecondBeforeTheTimeIsUp() {
    platform.from(0, RUN, Meaning.RUNNING);
    outcome(POLICY.withTimeout(Duration.ofMinutes(10)));
    assertThat(platform.looks.get(platform.looks.size() - 1))
        .isBetween(Duration.ofSeconds(599), Duration.ofSeconds(600));
  }

  @Test
  void aRunThatIsNotFoundIsNotWaitedFor() {
    assertThatThrownBy(() -> outcome(POLICY)).hasCauseInstanceOf(RunNotFound.class);
    assertThat(platform.looks).hasSize(1);
  }

  @Test
  void aRunThatIsNotFoundYetIsGivenItsGrace() {
    platform.from(20, RUN, Meaning.SUCCEEDED);
    assertThat(outcome(POLICY.withGrace(Duration.ofSeconds(30))))
        .isInstanceOfSatisfying(
            Finished.class,
            finished -> assertThat(finished.looks()).isEqualTo(platform.looks.size()));
  }

  @Test
  void whenTheGraceIsOverTheRunIsNotFound() {
    platform.from(40, RUN, Meaning.SUCCEEDED);
    assertThatThrownBy(() -> outcome(POLICY.withGrace(Duration.ofSeconds(30))))
        .hasCauseInstanceOf(RunNotFound.class);
    assertThat(timer.passed()).as("the last look").isGreaterThanOrEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aRunThatDisappearsIsNotFound() {
    platform.from(0, RUN, Meaning.RUNNING).from(5, RUN, asked -> Optional.empty());
    assertThatThrownBy(() -> outcome(POLICY.withGrace(Duration.ofSeconds(30))))
        .hasCauseInstanceOf(RunNotFound.class);
  }

  @Test
  void anUnknownStatusIsWaitedOnAndReported() {
    RunStatus unknown = new RunStatus("execution.reviewing", Meaning.UNKNOWN);
    platform
        .from(0, RUN, asked -> Optional.of(Platform.run(asked, unknown)))
        .from(60, RUN, Meaning.SUCCEEDED);
    assertThat(outcome(POLICY)).isInstanceOf(Finished.class);
    assertThat(heard.get(0).status()).contains(unknown);
  }

  @Test
  void listenersHearEachChangeOfStatusOnceAndEveryLook() {
    platform
        .from(0, RUN, Meaning.QUEUED)
        .from(20, RUN, Meaning.RUNNING)
        .from(60, RUN, Meaning.SUCCEEDED);
    outcome(POLICY);
    assertThat(heard)
        .filteredOn(WaitProgress::changed)
        .extracting(progress -> progress.status().orElseThrow().meaning())
        .containsExactly(Meaning.QUEUED, Meaning.RUNNING, Meaning.SUCCEEDED);
    assertThat(heard).hasSameSizeAs(platform.looks);
    assertThat(heard.get(0).nextLook()).isPresent();
    assertThat(heard.get(heard.size() - 1).nextLook()).isEmpty();
  }

  @Test
  void aListenerThatFailsHarmsNoWait() {
    platform.from(0, RUN, Meaning.RUNNING).from(60, RUN, Meaning.SUCCEEDED);
    RunWaiter failing =
        waiterOver(platform)
            .listener(
                progress -> {
                  throw new IllegalStateException("full disk");
                })
            .build();
    CompletableFuture<WaitOutcome> outcome = failing.start(RUN, POLICY);
    timer.advanceToTheEnd();
    assertThat(outcome.join()).isInstanceOf(Finished.class);
  }

  @Test
  void aRunWithoutRecordingsIsLookedAtOnceMoreAfterItsEnd() {
    platform
        .from(0, RUN, asked -> Optional.of(withoutRecordings(asked)))
        .from(3, RUN, Meaning.SUCCEEDED);
    assertThat(outcome(POLICY))
        .isInstanceOfSatisfying(
            Finished.class, finished -> assertThat(finished.results().recordings()).hasSize(1));
    assertThat(platform.looks).containsExactly(Duration.ZERO, POLICY.lateArtifacts());
  }

  @Test
  void whateverTheLastLookMeetsTheRunHasEnded() {
    platform
        .from(0, RUN, asked -> Optional.of(withoutRecordings(asked)))
        .refusing(3, RUN, id -> new Unavailable(id, 503, Optional.empty()));
    assertThat(outcome(POLICY)).isInstanceOf(Finished.class);
    assertThat(platform.looks).hasSize(2);
    assertThat(timer.passed()).isEqualTo(POLICY.lateArtifacts());
  }

  @Test
  void aRunThatDisappearsAfterItsEndIsFinished() {
    platform
        .from(0, RUN, asked -> Optional.of(withoutRecordings(asked)))
        .from(3, RUN, asked -> Optional.empty());

    assertThat(outcome(POLICY))
        .isInstanceOfSatisfying(
            Finished.class,
            finished -> assertThat(finished.waited()).isEqualTo(POLICY.lateArtifacts()));
  }

  @Test
  void aRunThatHasEndedIsFinishedWhenTheTimeIsUpBeforeTheLastLook() {
    platform.from(0, RUN, asked -> Optional.of(withoutRecordings(asked)));
    assertThat(outcome(POLICY.withTimeout(Duration.ofSeconds(2))))
        .isInstanceOfSatisfying(
            Finished.class,
            finished -> assertThat(finished.waited()).isEqualTo(Duration.ofSeconds(2)));
  }

  @Test
  void withoutALastLookARunIsFinishedAtOnce() {
    platform.from(0, RUN, asked -> Optional.of(withoutRecordings(asked)));
    outcome(POLICY.withLateArtifacts(Duration.ZERO));
    assertThat(platform.looks).hasSize(1);
  }

  private static RunResults withoutRecordings(SessionId id) {
    return RunResults.builder(id, RunStatus.of(Meaning.SUCCEEDED)).build();
  }
}
