package io.cloudcruise.core.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.Permit;
import io.cloudcruise.core.port.RateLimitSnapshot;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.port.RunResultsDecorator;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.retry.RetryingRunResults;
import io.cloudcruise.core.time.VirtualTimer;
import io.cloudcruise.core.wait.RunWaiter;
import io.cloudcruise.core.wait.WaitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In whatever order ports are decorated, each request takes one permit. */
class DecoratorOrderTest {
  private static final SessionId RUN = new SessionId("run-1");
  private static final int ATTEMPTS = 4;
  private static final RetryPolicy FOUR_TIMES =
      RetryPolicy.builder().maxAttempts(ATTEMPTS).initialBackoff(Duration.ZERO).build();

  private final VirtualTimer timer = new VirtualTimer();
  private final Counting counting = new Counting();

  /** A platform that is down, and a rate limiter; both count. */
  private static final class Counting implements RunResultsPort, RateLimiter {
    private int requests;
    private int permits;
    private int closed;

    void reset() {
      requests = 0;
      permits = 0;
      closed = 0;
    }

    @Override
    public Optional<RunResults> find(SessionId sessionId) {
      requests++;
      throw new UnavailableException(Optional.of(sessionId), 503, Optional.empty());
    }

    @Override
    public Permit tryAcquire() {
      permits++;
      return Permit.granted(() -> closed++);
    }

    @Override
    public void observe(RateLimitSnapshot snapshot) {}

    @Override
    public void onRateLimited(Optional<Duration> retryAfter) {}
  }

  private RunResultsPort retrying(RunResultsPort port) {
    return RetryingRunResults.builder(port).policy(FOUR_TIMES).timer(timer).build();
  }

  private RunResultsPort limited(RunResultsPort port) {
    return limited(port, counting);
  }

  private RunResultsPort limited(RunResultsPort port, RateLimiter limiter) {
    return RateLimitedRunResults.builder(port).rateLimiter(limiter).timer(timer).build();
  }

  @Test
  void retriesAloneTakeNoPermit() {
    assertThatThrownBy(() -> retrying(counting).find(RUN)).isInstanceOf(UnavailableException.class);

    assertThat(counting.requests).isEqualTo(ATTEMPTS);
    assertThat(counting.permits).isZero();
  }

  @Test
  void theRateLimiterAloneTakesOnePermitForItsRequest() {
    assertThatThrownBy(() -> limited(counting).find(RUN)).isInstanceOf(UnavailableException.class);

    assertThat(counting.requests).isEqualTo(1);
    assertThat(counting.permits).isEqualTo(1);
    assertThat(counting.closed).isEqualTo(1);
  }

  @Test
  void retriesAroundTheRateLimiterTakeOnePermitForEachRequest() {
    assertFourRequestsWithAPermitEach(retrying(limited(counting)));
  }

  @Test
  void theRateLimiterAroundRetriesTakesOnePermitForEachRequest() {
    assertFourRequestsWithAPermitEach(limited(retrying(counting)));
  }

  @Test
  void retriesAroundRetriesTakeTheirPlace() {
    assertFourRequestsWithAPermitEach(retrying(retrying(limited(counting))));
    assertFourRequestsWithAPermitEach(retrying(limited(retrying(counting))));
  }

  @Test
  void theSameRateLimiterTwiceTakesOnePermitForEachRequest() {
    assertFourRequestsWithAPermitEach(limited(retrying(limited(counting))));
    assertFourRequestsWithAPermitEach(retrying(limited(limited(counting))));
    assertFourRequestsWithAPermitEach(retrying(limited(new Transparent(limited(counting)))));
  }

  @Test
  void theSameRateLimiterOnBothSidesOfAnotherTakesOnePermitOfEachForEachRequest() {
    Counting other = new Counting();

    assertFourRequestsWithAPermitEach(retrying(limited(limited(limited(counting), other))));
    assertThat(other.permits).isEqualTo(ATTEMPTS);

    assertFourRequestsWithAPermitEach(limited(limited(limited(retrying(counting)), other)));
    assertThat(other.permits).isEqualTo(2 * ATTEMPTS);
  }

  @Test
  void aDecoratorThatShowsWhatItDecoratesIsLookedThrough() {
    assertFourRequestsWithAPermitEach(retrying(new Transparent(limited(retrying(counting)))));
    assertFourRequestsWithAPermitEach(limited(new Transparent(retrying(counting))));
  }

  @Test
  void otherDecoratorsStayWhereTheyAre() {
    List<String> seen = new ArrayList<>();
    RunResultsPort noted = new Noting(limited(new Noting(counting, "inner", seen)), "outer", seen);

    assertFourRequestsWithAPermitEach(retrying(limited(noted)));

    assertThat(seen.subList(0, 2)).containsExactly("outer", "inner");
    assertThat(seen).hasSize(2 * ATTEMPTS);
  }

  private record Noting(RunResultsPort delegate, String name, List<String> seen)
      implements RunResultsDecorator {
    @Override
    public RunResultsPort around(RunResultsPort other) {
      return new Noting(other, name, seen);
    }

    @Override
    public Optional<RunResults> find(SessionId sessionId) {
      seen.add(name);
      return delegate.find(sessionId);
    }
  }

  /** Adds nothing. */
  private record Transparent(RunResultsPort delegate) implements RunResultsDecorator {
    @Override
    public RunResultsPort around(RunResultsPort other) {
      return new Transparent(other);
    }

    @Override
    public Optional<RunResults> find(SessionId sessionId) {
      return delegate.find(sessionId);
    }
  }

  private void assertFourRequestsWithAPermitEach(RunResultsPort port) {
    counting.reset();

    UnavailableException failure =
        catchThrowableOfType(UnavailableException.class, () -> port.find(RUN));

    assertThat(failure.attempts()).isEqualTo(ATTEMPTS);
    assertThat(counting.requests).isEqualTo(ATTEMPTS);
    assertThat(counting.permits).isEqualTo(ATTEMPTS);
    assertThat(counting.closed).isEqualTo(ATTEMPTS);
  }

  @Test
  void aWaiterOverARateLimiterTakesOnePermitForEachRequest() {
    assertAWaiterTakesOnePermitForEachRequest(RunWaiter.builder(limited(counting)));
  }

  @Test
  void aWaiterOverARateLimiterAroundRetriesTakesOnePermitForEachRequest() {
    assertAWaiterTakesOnePermitForEachRequest(RunWaiter.builder(limited(retrying(counting))));
  }

  @Test
  void aWaiterOverRetriesAroundARateLimiterTakesOnePermitForEachRequest() {
    assertAWaiterTakesOnePermitForEachRequest(RunWaiter.builder(retrying(limited(counting))));
  }

  @Test
  void aWaiterWithTheRateLimiterOfItsPortTakesOnePermitForEachRequest() {
    assertAWaiterTakesOnePermitForEachRequest(
        RunWaiter.builder(limited(counting)).rateLimiter(counting));
  }

  @Test
  void aWaiterOverRetriesAloneTakesOnePermitForEachRequest() {
    assertAWaiterTakesOnePermitForEachRequest(
        RunWaiter.builder(retrying(counting)).rateLimiter(counting));
  }

  private void assertAWaiterTakesOnePermitForEachRequest(RunWaiter.Builder builder) {
    RunWaiter waiter = builder.timer(timer).executor(Runnable::run).build();

    var outcome = waiter.start(RUN, WaitPolicy.builder().retry(FOUR_TIMES).build());
    timer.advance(Duration.ofMinutes(1));

    assertThat(outcome).isCompletedExceptionally();
    assertThat(counting.requests).isEqualTo(ATTEMPTS);
    assertThat(counting.permits).isEqualTo(ATTEMPTS);
    assertThat(counting.closed).isEqualTo(ATTEMPTS);
  }

  @Test
  void aWaiterLooksThroughADecoratorThatShowsWhatItDecorates() {
    assertAWaiterTakesOnePermitForEachRequest(
        RunWaiter.builder(new Transparent(limited(retrying(counting)))));
  }

  @Test
  void aWaiterWithARateLimiterOfItsOwnAsksBoth() {
    Counting own = new Counting();
    RunWaiter waiter =
        RunWaiter.builder(limited(counting))
            .rateLimiter(own)
            .timer(timer)
            .executor(Runnable::run)
            .build();

    var outcome = waiter.start(RUN, WaitPolicy.builder().retry(RetryPolicy.NONE).build());

    assertThat(outcome).isCompletedExceptionally();
    assertThat(counting.permits).isEqualTo(1);
    assertThat(own.permits).isEqualTo(1);
  }
}
