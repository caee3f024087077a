package io.cloudcruise.core.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.wait.WaitOutcome.Finished;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Waits that nobody wants any longer. */
class RunWaiterGivingUpTest extends RunWaiterRig {
  @Test
  void nothingIsScheduledAfterTheEnd() {
    platform.from(0, RUN, Kind.SUCCEEDED);
    outcome(POLICY);
    platform.polls.clear();
    timer.advance(Duration.ofHours(2));
    waiter.pollNow(RUN);
    assertThat(platform.polls).isEmpty();
  }

  @Test
  void toCancelGivesTheWaitUp() {
    platform.from(0, RUN, Kind.RUNNING);
    CompletableFuture<WaitOutcome> outcome = waiter.start(RUN, POLICY);
    outcome.cancel(true);
    timer.advance(Duration.ofHours(1));
    assertThat(platform.polls).hasSize(1);
  }

  @Test
  void cancellingOneWaitLeavesOthersForTheSameRunAlone() {
    platform.from(0, RUN, Kind.RUNNING).from(1, RUN, Kind.SUCCEEDED);
    CompletableFuture<WaitOutcome> one = waiter.start(RUN, POLICY);
    CompletableFuture<WaitOutcome> other = waiter.start(RUN, POLICY);

    one.cancel(true);
    timer.advance(Duration.ofSeconds(1));
    waiter.pollNow(RUN);

    assertThat(other).isCompletedWithValueMatching(Finished.class::isInstance);
  }

  @Test
  void cancelInterruptsNoThreadThatDoesNotPoll() {
    platform.from(0, RUN, Kind.RUNNING);
    CompletableFuture<WaitOutcome> outcome = waiter.start(RUN, POLICY);

    outcome.cancel(true);

    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aCancelledWaitTakesNoPermit() {
    ClosedLimiter closed = new ClosedLimiter();
    RunWaiter held = waiterOver(platform).rateLimiter(closed).build();
    CompletableFuture<WaitOutcome> outcome = held.start(RUN, POLICY);

    outcome.cancel(true);
    closed.open = true;
    timer.advanceToTheEnd();

    assertThat(closed.granted).isZero();
  }

  @Test
  void toCloseGivesAllWaitsUp() {
    platform.from(0, RUN, Kind.RUNNING);
    CompletableFuture<WaitOutcome> outcome = waiter.start(RUN, POLICY);
    waiter.close();
    assertThatThrownBy(outcome::join).isInstanceOf(CancellationException.class);
    assertThat(timer.passed()).isZero();
  }

  @Test
  void aClosedWaiterStartsNoWait() {
    waiter.close();
    assertThatThrownBy(() -> waiter.start(RUN, POLICY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the waiter is closed");
  }

  @Test
  void toAwaitIsToBeInterruptible() {
    platform.from(0, RUN, Kind.RUNNING);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> waiter.await(RUN, POLICY))
        .isInstanceOf(CallInterruptedException.class);
    assertThat(Thread.interrupted()).as("the interrupt flag").isTrue();
  }
}
