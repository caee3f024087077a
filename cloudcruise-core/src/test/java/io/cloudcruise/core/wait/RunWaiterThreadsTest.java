package io.cloudcruise.core.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.wait.WaitOutcome.StillRunning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What virtual time cannot show: real threads, and a platform that holds them. */
class RunWaiterThreadsTest {
  private static final SessionId RUN = new SessionId("a-run");

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CompletableFuture<Thread> interrupted = new CompletableFuture<>();

  /** Does not answer until the thread is interrupted. */
  private Optional<RunResults> hang(SessionId id) {
    asked.countDown();
    try {
      new CountDownLatch(1).await();
      throw new AssertionError("nobody counts down");
    } catch (InterruptedException e) {
      interrupted.complete(Thread.currentThread());
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(Optional.of(id));
    }
  }

  @Test
  void cancelInterruptsThePollUnderWay() throws Exception {
    try (RunWaiter waiter = RunWaiter.builder(this::hang).build()) {
      CompletableFuture<WaitOutcome> outcome = waiter.start(RUN, WaitPolicy.STANDARD);
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
      outcome.cancel(true);
      assertThat(interrupted.get(10, TimeUnit.SECONDS).isDaemon()).isTrue();
    }
  }

  @Test
  void closeInterruptsThePollUnderWay() throws Exception {
    RunWaiter waiter = RunWaiter.builder(this::hang).build();
    CompletableFuture<WaitOutcome> outcome = waiter.start(RUN, WaitPolicy.STANDARD);
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    waiter.close();
    assertThat(interrupted.get(10, TimeUnit.SECONDS)).isNotNull();
    assertThatThrownBy(outcome::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void closeEndsTheThreadsThatPolled() throws Exception {
    CompletableFuture<Thread> poller = new CompletableFuture<>();
    RunWaiter waiter =
        RunWaiter.builder(
                id -> {
                  poller.complete(Thread.currentThread());
                  return Optional.of(run(id, Kind.RUNNING));
                })
            .build();
    CompletableFuture<WaitOutcome> outcome = waiter.start(RUN, WaitPolicy.STANDARD);
    Thread thread = poller.get(10, TimeUnit.SECONDS);

    waiter.close();

    thread.join(5_000);
    assertThat(thread.isAlive()).isFalse();
    assertThat(outcome).isCancelled();
  }

  @Test
  void theTimeIsUpEvenWhileThePlatformDoesNotRespond() throws Exception {
    try (RunWaiter waiter = RunWaiter.builder(this::hang).build()) {
      WaitOutcome outcome =
          waiter.await(RUN, WaitPolicy.STANDARD.toBuilder().timeout(Duration.ofMillis(50)).build());
      assertThat(outcome).isInstanceOf(StillRunning.class);
      assertThat(interrupted.get(10, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void aThreadThatWasInterruptedForOneWaitPollsForTheNext() throws Exception {
    RunResultsPort port = id -> id.equals(RUN) ? hang(id) : Optional.of(run(id, Kind.SUCCEEDED));
    try (RunWaiter waiter = RunWaiter.builder(port).concurrency(1).build()) {
      CompletableFuture<WaitOutcome> hanging = waiter.start(RUN, WaitPolicy.STANDARD);
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<WaitOutcome> next =
          waiter.start(
              new SessionId("another-run"),
              WaitPolicy.STANDARD.toBuilder().lateArtifacts(Duration.ZERO).build());
      hanging.cancel(true);
      assertThat(next.get(10, TimeUnit.SECONDS)).isInstanceOf(WaitOutcome.Finished.class);
    }
  }

  @Test
  void aWaitingRunHoldsNoThread() throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger mostAtOnce = new AtomicInteger();
    AtomicInteger polls = new AtomicInteger();
    RunResultsPort port =
        id -> {
          threads.add(Thread.currentThread());
          mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          boolean over = polls.incrementAndGet() > 1_000;
          atOnce.decrementAndGet();
          return Optional.of(run(id, over ? Kind.STOPPED : Kind.RUNNING));
        };
    List<SessionId> ids =
        IntStream.range(0, 1_000).mapToObj(number -> new SessionId("run-" + number)).toList();
    try (RunWaiter waiter =
        RunWaiter.builder(port)
            .concurrency(3)
            .rateLimiter(RateLimiter.UNLIMITED)
            .statistics(new DurationStatistics(Duration.ofMillis(1)))
            .build()) {
      var outcomes =
          waiter
              .startAll(ids, WaitPolicy.STANDARD.toBuilder().lateArtifacts(Duration.ZERO).build())
              .values();
      CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    }
    assertThat(polls).hasValue(2_000);
    assertThat(threads).hasSizeLessThanOrEqualTo(3);
    assertThat(mostAtOnce).hasValueLessThanOrEqualTo(3);
  }

  private static RunResults run(SessionId id, Kind kind) {
    return RunResults.builder(id, RunStatus.of(kind)).build();
  }
}
