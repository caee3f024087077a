package io.cloudcruise.core.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cloudcruise.core.budget.LocalRateBudget;
import io.cloudcruise.core.budget.RateWindow;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Meaning;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.WorkflowId;
import io.cloudcruise.core.port.AccessDenied;
import io.cloudcruise.core.port.CallInterrupted;
import io.cloudcruise.core.port.RateBudget;
import io.cloudcruise.core.port.RateLimited;
import io.cloudcruise.core.port.RateReading;
import io.cloudcruise.core.port.RunNotFound;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.port.Unavailable;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.time.VirtualTimer;
import io.cloudcruise.core.wait.WaitOutcome.Finished;
import io.cloudcruise.core.wait.WaitOutcome.NeedsPerson;
import io.cloudcruise.core.wait.WaitOutcome.StillRunning;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunWaiterTest {
  private static final SessionId RUN = new SessionId("a-run");
  private static final WaitPolicy POLICY = WaitPolicy.STANDARD;

  private final VirtualTimer timer = new VirtualTimer();
  private final Platform platform = new Platform(timer);
  private final List<WaitProgress> heard = new ArrayList<>();
  private final Habits habits = new Habits();
  private final RunWaiter waiter = waiterOver(platform).build();

  private RunWaiter.Builder waiterOver(RunResultsPort port) {
    return RunWaiter.over(port)
        .timer(timer)
        .executor(Runnable::run)
        .random(new SplittableRandom(1))
        .budget(RateBudget.UNLIMITED)
        .habits(habits)
        .listener(heard::add);
  }

  private static List<SessionId> runs(int count) {
    return IntStream.range(0, count).mapToObj(run -> new SessionId("run-" + run)).toList();
  }

  private WaitOutcome outcome(WaitPolicy policy) {
    CompletableFuture<WaitOutcome> outcome = waiter.start(RUN, policy);
    timer.advanceToTheEnd();
    return outcome.join();
  }

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
  void aWaitThatWasGivenUpTakesNothingOfTheBudget() {
    ClosedBudget closed = new ClosedBudget();
    RunWaiter held = waiterOver(platform).budget(closed).build();
    CompletableFuture<WaitOutcome> outcome = held.start(RUN, POLICY);

    outcome.cancel(true);
    closed.open = true;
    timer.advanceToTheEnd();

    assertThat(closed.granted).isZero();
  }

  /** Grants nothing until it is open. */
  private static final class ClosedBudget implements RateBudget {
    private boolean open;
    private int granted;

    @Override
    public Duration take() {
      granted += open ? 1 : 0;
      return open ? Duration.ZERO : Duration.ofSeconds(1);
    }

    @Override
    public void observe(RateReading reading) {}

    @Override
    public void refused(Optional<Duration> retryAfter) {}
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
  void whatPassesIsRetriedWithoutLosingTheRun() {
    platform
        .from(0, RUN, Meaning.RUNNING)
        .refusing(5, RUN, id -> new Unavailable(id, 503, Optional.empty()))
        .from(300, RUN, Meaning.SUCCEEDED);
    assertThat(outcome(POLICY))
        .isInstanceOfSatisfying(
            Finished.class,
            finished -> assertThat(finished.looks()).isEqualTo(platform.looks.size()));
  }

  @Test
  void theWishOfThePlatformDelaysTheNextLook() {
    platform
        .refusing(0, RUN, id -> new RateLimited(id, 429, Optional.of(Duration.ofSeconds(42))))
        .from(1, RUN, Meaning.SUCCEEDED);
    outcome(POLICY);
    assertThat(platform.looks).containsExactly(Duration.ZERO, Duration.ofSeconds(42));
  }

  @Test
  void aRefusalHoldsTheLooksAtOtherRunsBackToo() {
    SessionId other = new SessionId("another-run");
    platform
        .refusing(0, RUN, id -> new RateLimited(id, 429, Optional.of(Duration.ofSeconds(42))))
        .from(0, other, Meaning.SUCCEEDED);
    RunWaiter budgeted =
        waiterOver(platform)
            .budget(new LocalRateBudget(List.of(new RateWindow(9, Duration.ofSeconds(1))), timer))
            .build();

    budgeted.startAll(List.of(RUN), POLICY);
    CompletableFuture<WaitOutcome> outcome = budgeted.start(other, POLICY);
    timer.advance(Duration.ofSeconds(42));

    assertThat(outcome.join().waited()).isEqualTo(Duration.ofSeconds(42));
  }

  @Test
  void aWishThatIsAsLongAsTheTimeLeftFailsAtOnce() {
    platform.refusing(0, RUN, id -> new RateLimited(id, 429, Optional.of(POLICY.timeout())));

    assertThatThrownBy(() -> outcome(POLICY)).hasCauseInstanceOf(RateLimited.class);
    assertThat(timer.passed()).isZero();
  }

  @Test
  void aWishThatIsLongerThanTheTimeLeftFailsAtOnceAndSaysBothFigures() {
    platform.refusing(0, RUN, id -> new RateLimited(id, 429, Optional.of(Duration.ofHours(2))));
    assertThatThrownBy(() -> outcome(POLICY))
        .cause()
        .isInstanceOf(RateLimited.class)
        .hasMessageContaining("would have to wait PT2H, PT30M are left");
    assertThat(timer.passed()).isZero();
  }

  @Test
  void whatCannotPassEndsTheWait() {
    platform.from(0, RUN, Meaning.RUNNING).refusing(5, RUN, id -> new AccessDenied(id, 401));
    assertThatThrownBy(() -> outcome(POLICY)).hasCauseInstanceOf(AccessDenied.class);
  }

  @Test
  void retriesEndWhenThePolicySaysSo() {
    platform.refusing(0, RUN, id -> new Unavailable(id, 503, Optional.empty()));
    assertThatThrownBy(() -> outcome(POLICY.withRetry(RetryPolicy.STANDARD)))
        .cause()
        .isInstanceOf(Unavailable.class)
        .hasMessageEndingWith("asked 4 times");
  }

  @Test
  void aRunThatWasNeverSeenIsNotCalledRunning() {
    platform.refusing(0, RUN, id -> new Unavailable(id, 503, Optional.empty()));
    assertThatThrownBy(() -> outcome(POLICY)).hasCauseInstanceOf(Unavailable.class);
    assertThat(timer.passed()).isEqualTo(POLICY.timeout());
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
  void nothingIsScheduledAfterTheEnd() {
    platform.from(0, RUN, Meaning.SUCCEEDED);
    outcome(POLICY);
    platform.looks.clear();
    timer.advance(Duration.ofHours(2));
    waiter.nudge(RUN);
    assertThat(platform.looks).isEmpty();
  }

  @Test
  void toCancelGivesTheWaitUp() {
    platform.from(0, RUN, Meaning.RUNNING);
    CompletableFuture<WaitOutcome> outcome = waiter.start(RUN, POLICY);
    outcome.cancel(true);
    timer.advance(Duration.ofHours(1));
    assertThat(platform.looks).hasSize(1);
  }

  @Test
  void whoGivesUpLeavesThoseWhoWaitForTheSameRunAlone() {
    platform.from(0, RUN, Meaning.RUNNING).from(1, RUN, Meaning.SUCCEEDED);
    CompletableFuture<WaitOutcome> one = waiter.start(RUN, POLICY);
    CompletableFuture<WaitOutcome> other = waiter.start(RUN, POLICY);

    one.cancel(true);
    timer.advance(Duration.ofSeconds(1));
    waiter.nudge(RUN);

    assertThat(other).isCompletedWithValueMatching(Finished.class::isInstance);
  }

  @Test
  void toCancelInterruptsNobodyWhoDoesNotLook() {
    platform.from(0, RUN, Meaning.RUNNING);
    CompletableFuture<WaitOutcome> outcome = waiter.start(RUN, POLICY);

    outcome.cancel(true);

    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void toCloseGivesAllWaitsUp() {
    platform.from(0, RUN, Meaning.RUNNING);
    CompletableFuture<WaitOutcome> outcome = waiter.start(RUN, POLICY);
    waiter.close();
    assertThatThrownBy(outcome::join).isInstanceOf(CancellationException.class);
    assertThat(timer.passed()).isZero();
  }

  @Test
  void whatIsClosedWaitsForNothing() {
    waiter.close();
    assertThatThrownBy(() -> waiter.start(RUN, POLICY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the waiter is closed");
  }

  @Test
  void aBudgetThatFailsEndsTheWaitAndDoesNotHangIt() {
    RateBudget broken =
        new RateBudget() {
          @Override
          public Duration take() {
            throw new IllegalStateException("out of order");
          }

          @Override
          public void observe(RateReading reading) {}

          @Override
          public void refused(Optional<Duration> retryAfter) {}
        };
    RunWaiter without = waiterOver(platform).budget(broken).build();
    assertThatThrownBy(() -> without.await(RUN, POLICY)).hasMessage("out of order");
  }

  @ParameterizedTest
  @MethodSource
  void aPortThatIsBrokenEndsTheWait(Throwable defect) {
    RunWaiter broken =
        waiterOver(
                id -> {
                  if (defect instanceof Error error) {
                    throw error;
                  }
                  throw (RuntimeException) defect;
                })
            .build();

    assertThatThrownBy(() -> broken.await(RUN, POLICY)).isSameAs(defect);
  }

  static Stream<Throwable> aPortThatIsBrokenEndsTheWait() {
    return Stream.of(new IllegalStateException("out of order"), new LinkageError("half a class"));
  }

  @Test
  void theBudgetThatItHasByDefaultGoesByTheTimeThatItIsGiven() {
    List<SessionId> ids = new ArrayList<>();
    for (int run = 0; run < 501; run++) {
      SessionId id = new SessionId("run-" + run);
      ids.add(id);
      platform.from(0, id, Meaning.SUCCEEDED);
    }
    RunWaiter byDefault = RunWaiter.over(platform).timer(timer).executor(Runnable::run).build();
    byDefault.startAll(ids, POLICY);
    assertThat(platform.looks).hasSize(500);
    timer.advance(Duration.ofSeconds(2));
    assertThat(platform.looks).hasSize(501);
  }

  @Test
  void anExecutorThatRejectsALookEndsThatWaitAndNoOther() {
    platform.from(0, RUN, Meaning.SUCCEEDED);
    AtomicInteger rejections = new AtomicInteger(2);
    RunWaiter full =
        waiterOver(platform)
            .concurrency(1)
            .executor(
                look -> {
                  if (rejections.getAndDecrement() > 0) {
                    throw new RejectedExecutionException("full");
                  }
                  look.run();
                })
            .build();
    for (int wait = 0; wait < 2; wait++) {
      assertThatThrownBy(() -> full.await(RUN, POLICY))
          .isInstanceOf(RejectedExecutionException.class);
    }
    assertThat(full.await(RUN, POLICY)).isInstanceOf(Finished.class);
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
  void toAwaitIsToBeInterruptible() {
    platform.from(0, RUN, Meaning.RUNNING);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> waiter.await(RUN, POLICY)).isInstanceOf(CallInterrupted.class);
    assertThat(Thread.interrupted()).as("the interrupt flag").isTrue();
  }

  @Test
  void toAwaitThrowsWhatTheWaitMet() {
    assertThatThrownBy(() -> waiter.await(RUN, POLICY)).isInstanceOf(RunNotFound.class);
  }

  @Test
  void manyRunsAreWaitedForAtOnce() {
    List<SessionId> ids = new ArrayList<>();
    for (int run = 0; run < 100; run++) {
      SessionId id = new SessionId("run-" + run);
      ids.add(id);
      platform.from(0, id, Meaning.RUNNING).from(10 + run, id, Meaning.SUCCEEDED);
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
