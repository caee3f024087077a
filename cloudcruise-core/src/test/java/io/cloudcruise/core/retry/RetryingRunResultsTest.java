package io.cloudcruise.core.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.time.VirtualTimer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RetryingRunResultsTest {
  private static final SessionId RUN = new SessionId("a-run");
  private static final RunResults RESULTS =
      RunResults.builder(RUN, RunStatus.of(RunStatus.Kind.SUCCEEDED)).build();

  private final VirtualTimer timer = new VirtualTimer();
  private int requests;

  /** Refuses as often as it is told to, and then answers. */
  private RunResultsPort refusing(int times, Supplier<RunResultsException> failure) {
    return sessionId -> {
      if (++requests <= times) {
        throw failure.get();
      }
      return Optional.of(RESULTS);
    };
  }

  private RetryingRunResults.Builder around(RunResultsPort port) {
    return RetryingRunResults.builder(port).timer(timer).random(new SplittableRandom(1));
  }

  private static UnavailableException unavailable() {
    return new UnavailableException(Optional.of(RUN), 503, Optional.empty());
  }

  private static RateLimitedException rateLimited(Duration retryAfter) {
    return new RateLimitedException(Optional.of(RUN), 429, Optional.of(retryAfter));
  }

  @Test
  void aTransientFailureIsNotSeenByTheCaller() {
    RetryingRunResults port = around(refusing(3, RetryingRunResultsTest::unavailable)).build();
    assertThat(port.find(RUN)).contains(RESULTS);
    assertThat(requests).isEqualTo(4);
    assertThat(timer.passed()).isBetween(Duration.ofMillis(1), Duration.ofMillis(3_500));
  }

  @Test
  void theLastFailureIsThrownWithTheNumberOfAttempts() {
    RetryingRunResults port = around(refusing(9, RetryingRunResultsTest::unavailable)).build();
    UnavailableException thrown =
        catchThrowableOfType(UnavailableException.class, () -> port.find(RUN));
    assertThat(thrown.attempts()).isEqualTo(4);
    assertThat(thrown)
        .hasMessage(
            "run a-run: platform unavailable: it cannot do its work (HTTP 503); asked 4 times");
    assertThat(requests).isEqualTo(4);
  }

  @Test
  void aPermanentFailureIsThrownAtOnce() {
    RetryingRunResults port =
        around(refusing(9, () -> new AccessDeniedException(Optional.of(RUN), 401))).build();
    AccessDeniedException thrown =
        catchThrowableOfType(AccessDeniedException.class, () -> port.find(RUN));
    assertThat(thrown.attempts()).isEqualTo(1);
    assertThat(thrown.getMessage()).doesNotContain("asked");
    assertThat(timer.passed()).isZero();
  }

  @Test
  void retryAfterIsWaitedForExactly() {
    RetryingRunResults port = around(refusing(1, () -> rateLimited(Duration.ofSeconds(7)))).build();
    assertThat(port.find(RUN)).contains(RESULTS);
    assertThat(timer.passed()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aRetryAfterBeyondTheTimeLeftFailsAtOnceWithBothFigures() {
    RetryingRunResults port =
        around(refusing(9, () -> rateLimited(Duration.ofSeconds(12))))
            .deadline(Duration.ofSeconds(20))
            .build();
    RateLimitedException thrown =
        catchThrowableOfType(RateLimitedException.class, () -> port.find(RUN));
    assertThat(thrown)
        .hasMessageEndingWith("; asked 2 times; would have to wait PT12S, PT8S are left");
    assertThat(timer.passed()).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void anEmptyBudgetStopsRetries() {
    RetryBudget budget = new RetryBudget(2);
    RetryingRunResults port =
        around(refusing(100, RetryingRunResultsTest::unavailable)).budget(budget).build();
    for (int call = 0; call < 10; call++) {
      assertThatThrownBy(() -> port.find(RUN)).isInstanceOf(UnavailableException.class);
    }
    assertThat(requests).as("one for each call, and the budget's two").isEqualTo(12);
  }

  @Test
  void successFillsTheBudgetSlowly() {
    RetryBudget budget = new RetryBudget(1);
    assertThat(budget.tryAcquire()).isTrue();
    for (int call = 0; call < 9; call++) {
      budget.succeeded();
    }
    assertThat(budget.tryAcquire()).isFalse();
    budget.succeeded();
    assertThat(budget.tryAcquire()).isTrue();
  }

  @Test
  void aBudgetNeverHoldsMoreThanItsCapacity() {
    RetryBudget budget = new RetryBudget(1);
    for (int call = 0; call < 100; call++) {
      budget.succeeded();
    }
    assertThat(budget.tryAcquire()).isTrue();
    assertThat(budget.tryAcquire()).isFalse();
  }

  @Test
  void interruptionEndsAPauseAtOnceAndKeepsTheFlag() {
    RetryingRunResults port =
        around(
                refusing(
                    9,
                    () -> {
                      Thread.currentThread().interrupt();
                      return unavailable();
                    }))
            .build();
    CallInterruptedException thrown =
        catchThrowableOfType(CallInterruptedException.class, () -> port.find(RUN));
    assertThat(Thread.interrupted()).as("the interrupt flag").isTrue();
    assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(UnavailableException.class);
    assertThat(requests).isEqualTo(1);
  }

  @Test
  void aRetryAfterAsLongAsTheTimeLeftFailsAtOnce() {
    RetryingRunResults port =
        around(refusing(1, () -> rateLimited(Duration.ofSeconds(20))))
            .deadline(Duration.ofSeconds(20))
            .build();

    assertThatThrownBy(() -> port.find(RUN)).isInstanceOf(RateLimitedException.class);
    assertThat(timer.passed()).isZero();
  }

  @Test
  void theDeadlineIsCountedFromTheCall() {
    timer.advance(Duration.ofHours(1));
    RetryingRunResults port =
        around(refusing(1, () -> rateLimited(Duration.ofSeconds(7))))
            .deadline(Duration.ofSeconds(20))
            .build();

    assertThat(port.find(RUN)).contains(RESULTS);
  }

  @Test
  void callsThatSucceedFillTheBudget() {
    RetryBudget budget = new RetryBudget(1);
    RetryingRunResults port =
        around(refusing(0, RetryingRunResultsTest::unavailable)).budget(budget).build();
    budget.tryAcquire();

    for (int call = 0; call < 10; call++) {
      port.find(RUN);
    }

    assertThat(budget.tryAcquire()).isTrue();
  }

  @Test
  void anInterruptionSaysHowManyAttemptsThereWere() {
    RetryingRunResults port =
        around(
                refusing(
                    9,
                    () -> {
                      if (requests == 3) {
                        Thread.currentThread().interrupt();
                      }
                      return unavailable();
                    }))
            .build();

    CallInterruptedException thrown =
        catchThrowableOfType(CallInterruptedException.class, () -> port.find(RUN));

    assertThat(Thread.interrupted()).as("the interrupt flag").isTrue();
    assertThat(thrown.attempts()).isEqualTo(3);
  }

  @Test
  void callersThatAreRefusedTogetherDoNotComeBackTogether() {
    Set<Duration> pauses = new HashSet<>();
    for (int caller = 0; caller < 20; caller++) {
      requests = 0;
      Duration start = timer.passed();
      RetryingRunResults.builder(refusing(1, RetryingRunResultsTest::unavailable))
          .timer(timer)
          .build()
          .find(RUN);
      pauses.add(timer.passed().minus(start));
    }

    assertThat(pauses).hasSizeGreaterThan(10);
  }

  @Test
  void aBudgetHoldsUpToAMillionRetries() {
    assertThat(new RetryBudget(0).tryAcquire()).isFalse();
    assertThat(new RetryBudget(1_000_000).tryAcquire()).isTrue();
    assertThatThrownBy(() -> new RetryBudget(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not between 0 and a million: -1");
    assertThatThrownBy(() -> new RetryBudget(1_000_001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not between 0 and a million: 1000001");
  }
}
