package io.cloudcruise.core.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.WorkflowId;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import io.cloudcruise.core.ratelimit.RateWindow;
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
class RunWaiterPollsTest extends RunWaiterRig {
  @Test
  void pollNowPollsAtOnce() {
    platform.from(0, RUN, Kind.RUNNING).from(1, RUN, Kind.SUCCEEDED);
    CompletableFuture<WaitOutcome> outcome = waiter.start(RUN, POLICY);
    timer.advance(Duration.ofMillis(1_001));
    assertThat(outcome).isNotDone();
    waiter.pollNow(RUN);
    assertThat(outcome.join().waited()).isEqualTo(Duration.ofMillis(1_001));
  }

  @Test
  void pollNowReplacesTheScheduledPoll() {
    platform.from(0, RUN, Kind.RUNNING);
    waiter.startAll(List.of(RUN), POLICY);
    timer.advance(Duration.ofSeconds(1));

    waiter.pollNow(RUN);
    timer.advance(Duration.ofMillis(2_600));

    assertThat(platform.polls).containsExactly(Duration.ZERO, Duration.ofSeconds(1));
  }

  @Test
  void pollNowOfARunThatIsDueTakesNoFurtherPermit() {
    ClosedLimiter closed = new ClosedLimiter();
    platform.from(0, RUN, Kind.RUNNING);
    RunWaiter held = waiterOver(platform).rateLimiter(closed).build();
    held.startAll(List.of(RUN), POLICY);

    for (int pollNow = 0; pollNow < 3; pollNow++) {
      held.pollNow(RUN);
    }
    closed.open = true;
    timer.advance(Duration.ofSeconds(1));

    assertThat(closed.granted).isEqualTo(1);
  }

  @Test
  void pollNowDuringAPollPollsOnceMore() {
    RunWaiter[] own = new RunWaiter[1];
    own[0] =
        waiterOver(
                id -> {
                  boolean first = platform.polls.isEmpty();
                  Optional<RunResults> found = platform.find(id);
                  if (first) {
                    own[0].pollNow(id);
                  }
                  return found;
                })
            .build();
    platform.from(0, RUN, Kind.RUNNING);
    CompletableFuture<WaitOutcome> outcome = own[0].start(RUN, POLICY);
    assertThat(platform.polls).containsExactly(Duration.ZERO, Duration.ZERO);
    outcome.cancel(true);
  }

  @Test
  void itLearnsHowLongTheRunsOfAWorkflowTake() {
    for (int run = 0; run < 10; run++) {
      SessionId id = new SessionId("run-" + run);
      long start = timer.passed().toSeconds();
      platform.from(start, id, Kind.RUNNING).from(start + 600, id, Kind.SUCCEEDED);
      CompletableFuture<WaitOutcome> outcome = waiter.start(id, POLICY);
      timer.advance(Duration.ofSeconds(700));
      assertThat(outcome.join()).isInstanceOf(Finished.class);
      if (run == 0) {
        assertThat(platform.polls).hasSizeGreaterThan(30);
      }
      platform.polls.clear();
      if (run == 9) {
        assertThat(outcome.join().polls()).as("looks at the tenth run").isLessThan(20);
      }
    }
    assertThat(statistics.histogram(new WorkflowId("a-workflow"))).isPresent();
  }

  @Test
  void aRunThatWasNeverSeenUnfinishedTeachesNothing() {
    platform.from(0, RUN, Kind.SUCCEEDED);

    outcome(POLICY);

    assertThat(statistics.histogram(new WorkflowId("a-workflow"))).isEmpty();
  }

  @Test
  void runsThatWereStartedTogetherAreNotPolledTogether() {
    RunWaiter byDefault =
        RunWaiter.builder(platform)
            .timer(timer)
            .executor(Runnable::run)
            .rateLimiter(RateLimiter.UNLIMITED)
            .build();
    List<SessionId> ids = runs(20);
    ids.forEach(id -> platform.from(0, id, Kind.RUNNING));
    byDefault.startAll(ids, POLICY);
    platform.polls.clear();

    timer.advance(Duration.ofSeconds(4));

    assertThat(Set.copyOf(platform.polls)).hasSizeGreaterThan(10);
  }

  @Test
  void theDefaultRateLimiterUsesTheTimerGiven() {
    List<SessionId> ids = runs(501);
    ids.forEach(id -> platform.from(0, id, Kind.SUCCEEDED));
    RunWaiter byDefault = RunWaiter.builder(platform).timer(timer).executor(Runnable::run).build();
    byDefault.startAll(ids, POLICY);
    assertThat(platform.polls).hasSize(500);
    timer.advance(Duration.ofSeconds(2));
    assertThat(platform.polls).hasSize(501);
  }

  @Test
  void theRunThatHasBeenDueForLongestIsPolledFirst() {
    LocalRateLimiter slow =
        new LocalRateLimiter(List.of(new RateWindow(1, Duration.ofSeconds(10))), timer);
    List<SessionId> asked = new ArrayList<>();
    RunWaiter slowly =
        waiterOver(
                id -> {
                  asked.add(id);
                  return Optional.of(Platform.run(id, RunStatus.of(Kind.SUCCEEDED)));
                })
            .rateLimiter(slow)
            .build();
    List<SessionId> ids =
        List.of(new SessionId("first"), new SessionId("second"), new SessionId("third"));
    slowly.startAll(ids, POLICY);
    timer.advanceToTheEnd();
    assertThat(asked).containsExactlyElementsOf(ids);
  }

  @Test
  void noMorePollsAreMadeAtOnceThanAllowed() {
    Queue<Runnable> polls = new ArrayDeque<>();
    RunWaiter two = waiterOver(platform).concurrency(2).executor(polls::add).build();
    List<SessionId> ids = runs(5);
    ids.forEach(id -> platform.from(0, id, Kind.SUCCEEDED));
    two.startAll(ids, POLICY);
    assertThat(polls).hasSize(2);

    polls.remove().run();

    assertThat(polls).hasSize(2);
    assertThat(platform.polls).hasSize(1);
  }

  @Test
  void manyRunsAreWaitedForAtOnce() {
    List<SessionId> ids = runs(100);
    for (int run = 0; run < 100; run++) {
      platform.from(0, ids.get(run), Kind.RUNNING).from(10 + run, ids.get(run), Kind.SUCCEEDED);
    }
    var outcomes = waiter.startAll(ids, POLICY);
    timer.advanceToTheEnd();
    assertThat(outcomes.keySet()).containsExactlyElementsOf(ids);
    assertThat(outcomes.values())
        .allSatisfy(outcome -> assertThat(outcome.join()).isInstanceOf(Finished.class));
  }

  @Test
  void startAndPollNowMayBeCalledFromAnyThread() {
    RunWaiter slow =
        waiterOver(id -> Optional.of(Platform.run(id, RunStatus.of(Kind.RUNNING))))
            .rateLimiter(
                new LocalRateLimiter(List.of(new RateWindow(1, Duration.ofSeconds(10))), timer))
            .build();

    // Each on a thread of its own.
    slow.startAll(List.of(RUN, new SessionId("is-held-back")), POLICY);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> slow.start(new SessionId("meanwhile"), POLICY));
    slow.pollNow(RUN);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> slow.pollNow(RUN));
    timer.advance(Duration.ofSeconds(11));
    var outcome =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> slow.start(new SessionId("later"), POLICY));

    assertThat(outcome).isNotDone();
  }
}
