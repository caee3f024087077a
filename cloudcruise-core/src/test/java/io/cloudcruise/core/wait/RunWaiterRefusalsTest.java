package io.cloudcruise.core.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.budget.LocalRateBudget;
import io.cloudcruise.core.budget.RateWindow;
import io.cloudcruise.core.model.RunStatus.Meaning;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.AccessDenied;
import io.cloudcruise.core.port.RateBudget;
import io.cloudcruise.core.port.RateLimited;
import io.cloudcruise.core.port.RateReading;
import io.cloudcruise.core.port.RunNotFound;
import io.cloudcruise.core.port.Unavailable;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.wait.WaitOutcome.Finished;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a wait makes of refusals, and of what is broken around it. */
class RunWaiterRefusalsTest extends RunWaiterRig {
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
  void toAwaitThrowsWhatTheWaitMet() {
    assertThatThrownBy(() -> waiter.await(RUN, POLICY)).isInstanceOf(RunNotFound.class);
  }
}
