package io.cloudcruise.core.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cloudcruise.core.budget.LocalRateBudget;
import io.cloudcruise.core.budget.RateWindow;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Meaning;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.WorkflowId;
import io.cloudcruise.core.port.RateBudget;
import io.cloudcruise.core.wait.WaitOutcome.Finished;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** When a waiter looks, and at which run. */
class RunWaiterLooksTest extends RunWaiterRig {
  @Test
  void aNudgeMakesItLookAtOnce() {
    platform.from(0, RUN, Meaning.RUNNING).from(1, RUN, Meaning.SUCCEEDED);
    CompletableFuture<WaitOutcome> outcome = waiter.start(RUN, POLICY);
    timer.advance(Duration.ofMillis(1_001));
    assertThat(outcome).isNotDone();
    waiter.nudge(RUN);
    assertThat(outcome.join().waited()).isEqualTo(Duration.ofMillis(1_001));
  }

  @Test
  void aNudgeTakesThePlaceOfTheLookThatWasToCome() {
    platform.from(0, RUN, Meaning.RUNNING);
    waiter.startAll(List.of(RUN), POLICY);
    timer.advance(Duration.ofSeconds(1));

    waiter.nudge(RUN);
    timer.advance(Duration.ofMillis(2_600));

    assertThat(platform.looks).containsExactly(Duration.ZERO, Duration.ofSeconds(1));
  }

  @Test
  void nudgesOfARunThatIsDueAnywayTakeNothingOfTheBudget() {
    ClosedBudget closed = new ClosedBudget();
    platform.from(0, RUN, Meaning.RUNNING);
    RunWaiter held = waiterOver(platform).budget(closed).build();
    held.startAll(List.of(RUN), POLICY);

    for (int nudge = 0; nudge < 3; nudge++) {
      held.nudge(RUN);
    }
    closed.open = true;
    timer.advance(Duration.ofSeconds(1));

    assertThat(closed.granted).isEqualTo(1);
  }

  @Test
  void aNudgeDuringALookMakesItLookOnceMore() {
    RunWaiter[] own = new RunWaiter[1];
    own[0] =
        waiterOver(
                id -> {
                  boolean first = platform.looks.isEmpty();
                  Optional<RunResults> found = platform.find(id);
                  if (first) {
                    own[0].nudge(id);
                  }
                  return found;
                })
            .build();
    platform.from(0, RUN, Meaning.RUNNING);
    CompletableFuture<WaitOutcome> outcome = own[0].start(RUN, POLICY);
    assertThat(platform.looks).containsExactly(Duration.ZERO, Duration.ZERO);
    outcome.cancel(true);
  }

  @Test
  void itLearnsHowLongTheRunsOfAWorkflowTake() {
    for (int run = 0; run < 10; run++) {
      SessionId id = new SessionId("run-" + run);
      long start = timer.passed().toSeconds();
      platform.from(start, id, Meaning.RUNNING).from(start + 600, id, Meaning.SUCCEEDED);
      CompletableFuture<WaitOutcome> outcome = waiter.start(id, POLICY);
      timer.advance(Duration.ofSeconds(700));
      assertThat(outcome.join()).isInstanceOf(Finished.class);
      if (run == 0) {
        assertThat(platform.looks).hasSizeGreaterThan(30);
      }
      platform.looks.clear();
      if (run == 9) {
        assertThat(outcome.join().looks()).as("looks at the tenth run").isLessThan(20);
      }
    }
    assertThat(habits.sketch(new WorkflowId("a-workflow"))).isPresent();
  }

  @Test
  void aRunThatWasNeverSeenUnfinishedTeachesNothing() {
    platform.from(0, RUN, Meaning.SUCCEEDED);

    outcome(POLICY);

    assertThat(habits.sketch(new WorkflowId("a-workflow"))).isEmpty();
  }

  @Test
  void runsThatWereStartedTogetherAreNotLookedAtTogether() {
    RunWaiter byDefault =
        RunWaiter.over(platform)
            .timer(timer)
            .executor(Runnable::run)
            .budget(RateBudget.UNLIMITED)
            .build();
    List<SessionId> ids = runs(20);
    ids.forEach(id -> platform.from(0, id, Meaning.RUNNING));
    byDefault.startAll(ids, POLICY);
    platform.looks.clear();

    timer.advance(Duration.ofSeconds(4));

    assertThat(Set.copyOf(platform.looks)).hasSizeGreaterThan(10);
  }

  @Test
  void theBudgetThatItHasByDefaultGoesByTheTimeThatItIsGiven() {
    List<SessionId> ids = runs(501);
    ids.forEach(id -> platform.from(0, id, Meaning.SUCCEEDED));
    RunWaiter byDefault = RunWaiter.over(platform).timer(timer).executor(Runnable::run).build();
    byDefault.startAll(ids, POLICY);
    assertThat(platform.looks).hasSize(500);
    timer.advance(Duration.ofSeconds(2));
    assertThat(platform.looks).hasSize(501);
  }

  @Test
  void theRunThatHasBeenDueForLongestIsLookedAtFirst() {
    LocalRateBudget slow =
        new LocalRateBudget(List.of(new RateWindow(1, Duration.ofSeconds(10))), timer);
    List<SessionId> asked = new ArrayList<>();
    RunWaiter slowly =
        waiterOver(
                id -> {
                  asked.add(id);
                  return Optional.of(Platform.run(id, RunStatus.of(Meaning.SUCCEEDED)));
                })
            .budget(slow)
            .build();
    List<SessionId> ids =
        List.of(new SessionId("first"), new SessionId("second"), new SessionId("third"));
    slowly.startAll(ids, POLICY);
    timer.advanceToTheEnd();
    assertThat(asked).containsExactlyElementsOf(ids);
  }

  @Test
  void noMoreLooksAreMadeAtOnceThanAllowed() {
    Queue<Runnable> looks = new ArrayDeque<>();
    RunWaiter two = waiterOver(platform).concurrency(2).executor(looks::add).build();
    List<SessionId> ids = runs(5);
    ids.forEach(id -> platform.from(0, id, Meaning.SUCCEEDED));
    two.startAll(ids, POLICY);
    assertThat(looks).hasSize(2);

    looks.remove().run();

    assertThat(looks).hasSize(2);
    assertThat(platform.looks).hasSize(1);
  }

  @Test
  void manyRunsAreWaitedForAtOnce() {
    List<SessionId> ids = runs(100);
    for (int run = 0; run < 100; run++) {
      platform
          .from(0, ids.get(run), Meaning.RUNNING)
          .from(10 + run, ids.get(run), Meaning.SUCCEEDED);
    }
    var outcomes = waiter.startAll(ids, POLICY);
    timer.advanceToTheEnd();
    assertThat(outcomes.keySet()).containsExactlyElementsOf(ids);
    assertThat(outcomes.values())
        .allSatisfy(outcome -> assertThat(outcome.join()).isInstanceOf(Finished.class));
  }

  @Test
  void waitsAreStartedAndNudgedFromWhateverThread() {
    RunWaiter slow =
        waiterOver(id -> Optional.of(Platform.run(id, RunStatus.of(Meaning.RUNNING))))
            .budget(new LocalRateBudget(List.of(new RateWindow(1, Duration.ofSeconds(10))), timer))
            .build();

    // Each on a thread of its own.
    slow.startAll(List.of(RUN, new SessionId("is-held-back")), POLICY);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> slow.start(new SessionId("meanwhile"), POLICY));
    slow.nudge(RUN);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> slow.nudge(RUN));
    timer.advance(Duration.ofSeconds(11));
    var outcome =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> slow.start(new SessionId("later"), POLICY));

    assertThat(outcome).isNotDone();
  }
}
