package io.cloudcruise.core.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RunNotFoundException;
import io.cloudcruise.core.port.UnavailableException;
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
  void aRunThatHasEndedIsSeenByTheFirstPollAtOnce() {
    platform.from(0, RUN, Kind.SUCCEEDED);
    assertThat(outcome(POLICY))
        .isInstanceOfSatisfying(
            Finished.class,
            finished -> {
              assertThat(finished.results().sessionId()).isEqualTo(RUN);
              assertThat(finished.waited()).isZero();
              assertThat(finished.polls()).isEqualTo(1);
            });
  }

  @Test
  void aRunIsWaitedForUntilItEndsHoweverItDoes() {
    for (Kind end : List.of(Kind.SUCCEEDED, Kind.FAILED, Kind.STOPPED)) {
      SessionId id = new SessionId("run-" + end);
      Duration start = timer.passed();
      platform
          .from(start.toSeconds(), id, Kind.QUEUED)
          .from(start.toSeconds() + 5, id, Kind.RUNNING)
          .from(start.toSeconds() + 60, id, end);
      CompletableFuture<WaitOutcome> outcome = waiter.start(id, POLICY);
      timer.advance(Duration.ofSeconds(80));
      assertThat(outcome.join())
          .isInstanceOfSatisfying(
              Finished.class,
              finished -> {
                assertThat(finished.results().status().kind()).isEqualTo(end);
                assertThat(finished.waited().toSeconds()).isBetween(60L, 70L);
              });
    }
  }

  @Test
  void aPausedRunNeedsAPerson() {
    platform.from(0, RUN, Kind.RUNNING).from(3, RUN, Kind.PAUSED);
    assertThat(outcome(POLICY))
        .isInstanceOfSatisfying(
            NeedsPerson.class,
            paused -> {
              assertThat(paused.lastSeen().orElseThrow().status().kind()).isEqualTo(Kind.PAUSED);
              assertThat(paused.waited().toSeconds()).isLessThan(10);
            });
  }

  @Test
  void aRunThatWaitsForInputNeedsAPerson() {
    platform.from(0, RUN, Kind.WAITING_FOR_INPUT);
    assertThat(outcome(POLICY)).isInstanceOf(NeedsPerson.class);
  }

  @Test
  void aRunThatDoesNotEndIsStillRunningWhenTheTimeIsUp() {
    platform.from(0, RUN, Kind.RUNNING);
    assertThat(outcome(POLICY.toBuilder().timeout(Duration.ofMinutes(10)).build()))
        .isInstanceOfSatisfying(
            StillRunning.class,
            running -> {
              assertThat(running.lastSeen()).map(RunResults::sessionId).contains(RUN);
              assertThat(running.waited()).isEqualTo(Duration.ofMinutes(10));
              assertThat(running.polls()).isEqualTo(platform.polls.size()).isGreaterThan(20);
            });
  }

  @Test
  void theLastPollIsMadeASecondBeforeTheTimeIsUp() {
    platform.from(0, RUN, Kind.RUNNING);
    outcome(POLICY.toBuilder().timeout(Duration.ofMinutes(10)).build());
    assertThat(platform.polls.get(platform.polls.size() - 1))
        .isBetween(Duration.ofSeconds(599), Duration.ofSeconds(600));
  }

  @Test
  void aRunThatIsNotFoundIsNotWaitedFor() {
    assertThatThrownBy(() -> outcome(POLICY)).hasCauseInstanceOf(RunNotFoundException.class);
    assertThat(platform.polls).hasSize(1);
  }

  @Test
  void aRunNotFoundWithinTheGracePeriodIsWaitedFor() {
    platform.from(20, RUN, Kind.SUCCEEDED);
    assertThat(outcome(POLICY.toBuilder().notFoundGracePeriod(Duration.ofSeconds(30)).build()))
        .isInstanceOfSatisfying(
            Finished.class,
            finished -> assertThat(finished.polls()).isEqualTo(platform.polls.size()));
  }

  @Test
  void aRunNotFoundAfterTheGracePeriodFails() {
    platform.from(40, RUN, Kind.SUCCEEDED);
    assertThatThrownBy(
            () -> outcome(POLICY.toBuilder().notFoundGracePeriod(Duration.ofSeconds(30)).build()))
        .hasCauseInstanceOf(RunNotFoundException.class);
    assertThat(timer.passed()).as("the last poll").isGreaterThanOrEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aRunThatDisappearsIsNotFound() {
    platform.from(0, RUN, Kind.RUNNING).from(5, RUN, asked -> Optional.empty());
    assertThatThrownBy(
            () -> outcome(POLICY.toBuilder().notFoundGracePeriod(Duration.ofSeconds(30)).build()))
        .hasCauseInstanceOf(RunNotFoundException.class);
  }

  @Test
  void anUnknownStatusIsWaitedOnAndReported() {
    RunStatus unknown = new RunStatus("execution.reviewing", Kind.UNKNOWN);
    platform
        .from(0, RUN, asked -> Optional.of(Platform.run(asked, unknown)))
        .from(60, RUN, Kind.SUCCEEDED);
    assertThat(outcome(POLICY)).isInstanceOf(Finished.class);
    assertThat(heard.get(0).status()).contains(unknown);
  }

  @Test
  void listenersHearEveryPollAndEachChangeOfStatusOnce() {
    platform.from(0, RUN, Kind.QUEUED).from(20, RUN, Kind.RUNNING).from(60, RUN, Kind.SUCCEEDED);
    outcome(POLICY);
    assertThat(heard)
        .filteredOn(WaitProgress::changed)
        .extracting(progress -> progress.status().orElseThrow().kind())
        .containsExactly(Kind.QUEUED, Kind.RUNNING, Kind.SUCCEEDED);
    assertThat(heard).hasSameSizeAs(platform.polls);
    assertThat(heard.get(0).nextPoll()).isPresent();
    assertThat(heard.get(heard.size() - 1).nextPoll()).isEmpty();
  }

  @Test
  void aListenerThatFailsHarmsNoWait() {
    platform.from(0, RUN, Kind.RUNNING).from(60, RUN, Kind.SUCCEEDED);
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
  void aRunWithoutRecordingsIsPolledOnceMoreAfterItsEnd() {
    platform
        .from(0, RUN, asked -> Optional.of(withoutRecordings(asked)))
        .from(3, RUN, Kind.SUCCEEDED);
    assertThat(outcome(POLICY))
        .isInstanceOfSatisfying(
            Finished.class, finished -> assertThat(finished.results().recordings()).hasSize(1));
    assertThat(platform.polls).containsExactly(Duration.ZERO, POLICY.lateArtifacts());
  }

  @Test
  void aFailureOfTheLastPollDoesNotUndoTheEnd() {
    platform
        .from(0, RUN, asked -> Optional.of(withoutRecordings(asked)))
        .refusing(3, RUN, id -> new UnavailableException(Optional.of(id), 503, Optional.empty()));
    assertThat(outcome(POLICY)).isInstanceOf(Finished.class);
    assertThat(platform.polls).hasSize(2);
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
  void aRunThatHasEndedIsFinishedWhenTheTimeIsUpBeforeTheLastPoll() {
    platform.from(0, RUN, asked -> Optional.of(withoutRecordings(asked)));
    assertThat(outcome(POLICY.toBuilder().timeout(Duration.ofSeconds(2)).build()))
        .isInstanceOfSatisfying(
            Finished.class,
            finished -> assertThat(finished.waited()).isEqualTo(Duration.ofSeconds(2)));
  }

  @Test
  void byDefaultARunIsFinishedAtThePollThatSeesItsEnd() {
    platform.from(0, RUN, asked -> Optional.of(withoutRecordings(asked)));
    outcome(WaitPolicy.STANDARD);
    assertThat(platform.polls).hasSize(1);
  }

  @Test
  void startWithATimeoutEndsStillRunningWhenTheTimeIsUp() {
    platform.from(0, RUN, Kind.RUNNING);

    CompletableFuture<WaitOutcome> outcome = waiter.start(RUN, Duration.ofMinutes(5));
    timer.advanceToTheEnd();

    assertThat(outcome.join()).isInstanceOf(WaitOutcome.StillRunning.class);
    assertThat(timer.passed()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void startWithoutAPolicyWaitsAsTheStandardPolicySays() {
    platform.from(0, RUN, Kind.RUNNING);

    CompletableFuture<WaitOutcome> outcome = waiter.start(RUN);
    timer.advanceToTheEnd();

    assertThat(outcome.join()).isInstanceOf(WaitOutcome.StillRunning.class);
    assertThat(timer.passed()).isEqualTo(WaitPolicy.STANDARD.timeout());
  }

  private static RunResults withoutRecordings(SessionId id) {
    return RunResults.builder(id, RunStatus.of(Kind.SUCCEEDED)).build();
  }
}
