package io.cloudcruise.core.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.Permit;
import io.cloudcruise.core.port.RateLimitSnapshot;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.port.RunNotFoundException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import io.cloudcruise.core.ratelimit.RateWindow;
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

/** What a wait makes of error responses, and of what is broken around it. */
class RunWaiterFailuresTest extends RunWaiterRig {
  @Test
  void aTransientFailureOfAPollIsRetried() {
    platform
        .from(0, RUN, Kind.RUNNING)
        .refusing(5, RUN, id -> new UnavailableException(Optional.of(id), 503, Optional.empty()))
        .from(300, RUN, Kind.SUCCEEDED);
    assertThat(outcome(POLICY))
        .isInstanceOfSatisfying(
            Finished.class,
            finished -> assertThat(finished.polls()).isEqualTo(platform.polls.size()));
  }

  @Test
  void retryAfterDelaysTheNextPoll() {
    platform
        .refusing(
            0,
            RUN,
            id ->
                new RateLimitedException(Optional.of(id), 429, Optional.of(Duration.ofSeconds(42))))
        .from(1, RUN, Kind.SUCCEEDED);
    outcome(POLICY);
    assertThat(platform.polls).containsExactly(Duration.ZERO, Duration.ofSeconds(42));
  }

  @Test
  void aRateLimitedPollHoldsBackPollsOfOtherRuns() {
    SessionId other = new SessionId("another-run");
    platform
        .refusing(
            0,
            RUN,
            id ->
                new RateLimitedException(Optional.of(id), 429, Optional.of(Duration.ofSeconds(42))))
        .from(0, other, Kind.SUCCEEDED);
    RunWaiter budgeted =
        waiterOver(platform)
            .rateLimiter(
                new LocalRateLimiter(List.of(new RateWindow(9, Duration.ofSeconds(1))), timer))
            .build();

    budgeted.startAll(List.of(RUN), POLICY);
    CompletableFuture<WaitOutcome> outcome = budgeted.start(other, POLICY);
    timer.advance(Duration.ofSeconds(42));

    assertThat(outcome.join().waited()).isEqualTo(Duration.ofSeconds(42));
  }

  @Test
  void aRetryAfterAsLongAsTheTimeLeftFailsAtOnce() {
    platform.refusing(
        0,
        RUN,
        id -> new RateLimitedException(Optional.of(id), 429, Optional.of(POLICY.timeout())));

    assertThatThrownBy(() -> outcome(POLICY)).hasCauseInstanceOf(RateLimitedException.class);
    assertThat(timer.passed()).isZero();
  }

  @Test
  void aRetryAfterBeyondTheTimeLeftFailsAtOnceWithBothFigures() {
    platform.refusing(
        0,
        RUN,
        id -> new RateLimitedException(Optional.of(id), 429, Optional.of(Duration.ofHours(2))));
    assertThatThrownBy(() -> outcome(POLICY))
        .cause()
        .isInstanceOf(RateLimitedException.class)
        .hasMessageContaining("would have to wait PT2H, PT30M are left");
    assertThat(timer.passed()).isZero();
  }

  @Test
  void aPermanentFailureOfAPollEndsTheWait() {
    platform
        .from(0, RUN, Kind.RUNNING)
        .refusing(5, RUN, id -> new AccessDeniedException(Optional.of(id), 401));
    assertThatThrownBy(() -> outcome(POLICY)).hasCauseInstanceOf(AccessDeniedException.class);
  }

  @Test
  void retriesEndWhenThePolicySaysSo() {
    platform.refusing(
        0, RUN, id -> new UnavailableException(Optional.of(id), 503, Optional.empty()));
    assertThatThrownBy(() -> outcome(POLICY.toBuilder().retry(RetryPolicy.STANDARD).build()))
        .cause()
        .isInstanceOf(UnavailableException.class)
        .hasMessageEndingWith("asked 4 times");
  }

  @Test
  void aRunThatWasNeverSeenIsNotCalledRunning() {
    platform.refusing(
        0, RUN, id -> new UnavailableException(Optional.of(id), 503, Optional.empty()));
    assertThatThrownBy(() -> outcome(POLICY)).hasCauseInstanceOf(UnavailableException.class);
    assertThat(timer.passed()).isEqualTo(POLICY.timeout());
  }

  @Test
  void aRateLimiterThatThrowsEndsTheWait() {
    RateLimiter broken =
        new RateLimiter() {
          @Override
          public Permit tryAcquire() {
            throw new IllegalStateException("out of order");
          }

          @Override
          public void observe(RateLimitSnapshot snapshot) {}

          @Override
          public void onRateLimited(Optional<Duration> retryAfter) {}
        };
    RunWaiter without = waiterOver(platform).rateLimiter(broken).build();
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
  void anExecutorThatRejectsAPollEndsThatWaitAndNoOther() {
    platform.from(0, RUN, Kind.SUCCEEDED);
    AtomicInteger rejections = new AtomicInteger(2);
    RunWaiter full =
        waiterOver(platform)
            .concurrency(1)
            .executor(
                poll -> {
                  if (rejections.getAndDecrement() > 0) {
                    throw new RejectedExecutionException("full");
                  }
                  poll.run();
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
    assertThatThrownBy(() -> waiter.await(RUN, POLICY)).isInstanceOf(RunNotFoundException.class);
  }
}
