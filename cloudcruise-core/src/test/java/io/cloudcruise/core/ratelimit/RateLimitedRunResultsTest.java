package io.cloudcruise.core.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.time.VirtualTimer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateLimitedRunResultsTest {
  private static final SessionId RUN = new SessionId("a-run");
  private static final Duration MAX_WAIT = Duration.ofSeconds(5);

  private final VirtualTimer timer = new VirtualTimer();
  private int requests;

  private RateLimitedRunResults over(RunResultsPort port, RateWindow window) {
    LocalRateLimiter limiter = new LocalRateLimiter(List.of(window), timer);
    return RateLimitedRunResults.builder(port)
        .rateLimiter(limiter)
        .maxWait(MAX_WAIT)
        .timer(timer)
        .build();
  }

  private Optional<RunResults> response(SessionId id) {
    requests++;
    return Optional.of(RunResults.builder(id, RunStatus.of(RunStatus.Kind.SUCCEEDED)).build());
  }

  @Test
  void aCallWithoutAPermitWaitsForOneAndIsSent() {
    RateLimitedRunResults port = over(this::response, new RateWindow(2, Duration.ofSeconds(3)));
    for (int call = 0; call < 3; call++) {
      assertThat(port.find(RUN)).isPresent();
    }
    assertThat(timer.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aCallThatWouldWaitLongerThanMaxWaitThrowsWithTheWaitAndIsNotSent() {
    RateLimitedRunResults port = over(this::response, new RateWindow(1, Duration.ofSeconds(30)));
    port.find(RUN);
    RateLimitedException failure =
        catchThrowableOfType(RateLimitedException.class, () -> port.find(RUN));
    assertThat(failure.retryAfter()).contains(Duration.ofMillis(30_250));
    assertThat(failure.httpStatus()).isEmpty();
    assertThat(failure).hasMessageContaining("held back by the rate limiter");
    assertThat(requests).isEqualTo(1);
    assertThat(timer.passed()).isZero();
  }

  @Test
  void aCallThatThePlatformRateLimitsHoldsBackTheNextCall() {
    RateLimitedRunResults port =
        over(
            id -> {
              if (requests++ == 0) {
                throw new RateLimitedException(
                    Optional.of(id), 429, Optional.of(Duration.ofSeconds(4)));
              }
              return Optional.empty();
            },
            new RateWindow(9, Duration.ofSeconds(1)));
    assertThatThrownBy(() -> port.find(RUN)).isInstanceOf(RateLimitedException.class);
    assertThat(port.find(RUN)).isEmpty();
    assertThat(timer.passed()).isEqualTo(Duration.ofSeconds(4));
  }

  /** Only the platform's own response says something about the limit. */
  @Test
  void anExceptionWithoutAStatusDoesNotHoldBackTheNextCall() {
    RateLimitedRunResults port =
        over(
            id -> {
              if (requests++ == 0) {
                throw new RateLimitedException(Optional.of(id), Optional.of(Duration.ofSeconds(4)));
              }
              return Optional.empty();
            },
            new RateWindow(9, Duration.ofSeconds(1)));

    assertThatThrownBy(() -> port.find(RUN)).isInstanceOf(RateLimitedException.class);

    assertThat(port.find(RUN)).isEmpty();
    assertThat(timer.passed()).isZero();
  }

  @Test
  void anInterruptedCallStopsWaitingForAPermit() {
    RateLimitedRunResults port = over(this::response, new RateWindow(1, Duration.ofSeconds(3)));
    port.find(RUN);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> port.find(RUN)).isInstanceOf(CallInterruptedException.class);
    assertThat(Thread.interrupted()).as("the interrupt flag").isTrue();
    assertThat(requests).isEqualTo(1);
  }

  @Test
  void aCallThatWaitsExactlyMaxWaitIsSent() {
    timer.advance(Duration.ofHours(1));
    RateLimitedRunResults port = over(this::response, new RateWindow(1, Duration.ofMillis(4_750)));

    port.find(RUN);
    port.find(RUN);

    assertThat(timer.passed()).isEqualTo(Duration.ofHours(1).plus(MAX_WAIT));
  }

  @Test
  void twoThreadsAreBothServed() {
    RateLimitedRunResults port = over(this::response, new RateWindow(9, Duration.ofSeconds(1)));

    port.find(RUN);

    // On a thread of its own.
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> port.find(RUN));
    assertThat(requests).isEqualTo(2);
  }
}
