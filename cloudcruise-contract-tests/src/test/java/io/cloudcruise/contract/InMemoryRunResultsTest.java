package io.cloudcruise.contract;

import static io.cloudcruise.contract.RunResultsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RateLimitedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InMemoryRunResultsTest {
  private final InMemoryRunResults platform = new InMemoryRunResults();

  @Test
  void aRunThatWasPutIsFoundUntilItIsRemoved() {
    RunResults run = TestRuns.succeeded();
    platform.put(run);
    assertThat(platform.find(run.sessionId())).contains(run);
    platform.remove(run.sessionId());
    assertThat(platform.find(run.sessionId())).isEmpty();
  }

  @Test
  void theLaterOfTwoRunsUnderOneSessionIdIsFound() {
    RunResults run = TestRuns.succeeded();
    platform.put(run);
    platform.put(run.sessionId(), TestRuns.stopped());
    assertThat(platform.get(run.sessionId())).wasStopped();
  }

  @Test
  void aRunMovesThroughItsStatusesCallByCallAndKeepsTheLast() {
    SessionId id = TestRuns.sessionId();
    platform.put(
        id,
        TestRuns.unfinished(Kind.QUEUED),
        TestRuns.unfinished(Kind.RUNNING),
        TestRuns.succeeded());
    assertThat(platform.get(id)).hasStatus(Kind.QUEUED);
    assertThat(platform.get(id)).hasStatus(Kind.RUNNING);
    assertThat(platform.get(id)).hasSucceeded();
    assertThat(platform.get(id)).hasSucceeded();
  }

  @Test
  void everyCallIsRefusedUntilCallsAreAcceptedAgain() {
    RunResults run = TestRuns.succeeded();
    platform.put(run);
    platform.failWith(InMemoryRunResultsTest::rateLimited);
    assertThatThrownBy(() -> platform.find(run.sessionId()))
        .isInstanceOf(RateLimitedException.class);
    assertThatThrownBy(() -> platform.find(run.sessionId()))
        .isInstanceOf(RateLimitedException.class);
    platform.stopFailing();
    assertThat(platform.get(run.sessionId())).hasSucceeded();
  }

  @Test
  void asManyCallsAreRefusedAsWereToBe() {
    RunResults run = TestRuns.succeeded();
    platform.put(run);
    platform.failNext(1, InMemoryRunResultsTest::rateLimited);
    assertThatThrownBy(() -> platform.find(run.sessionId()))
        .isInstanceOf(RateLimitedException.class)
        .hasMessageContaining(run.sessionId().value());
    assertThat(platform.get(run.sessionId())).hasSucceeded();
  }

  @Test
  void aRefusedCallDoesNotMoveTheRun() {
    SessionId id = TestRuns.sessionId();
    platform.put(id, TestRuns.unfinished(Kind.QUEUED), TestRuns.succeeded());
    platform.failNext(1, InMemoryRunResultsTest::rateLimited);
    assertThatThrownBy(() -> platform.get(id)).isInstanceOf(RateLimitedException.class);
    assertThat(platform.get(id)).hasStatus(Kind.QUEUED);
  }

  @Test
  void aSlowPlatformTakesItsTime() {
    RunResults run = TestRuns.succeeded();
    platform.put(run);
    platform.slow(Duration.ofMillis(50));
    long start = System.nanoTime();
    assertThat(platform.get(run.sessionId())).hasSucceeded();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(50));
  }

  @Test
  void aCallIsHeldUntilItIsReleased() throws Exception {
    RunResults run = TestRuns.succeeded();
    platform.put(run);
    platform.hold();
    CompletableFuture<RunResults> call =
        CompletableFuture.supplyAsync(() -> platform.get(run.sessionId()));
    while (platform.calls().isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(call).isNotDone();
    platform.release();
    assertThat(call.get(10, TimeUnit.SECONDS)).hasSucceeded();
  }

  @Test
  void theCallsAreListedInTheirOrder() {
    SessionId first = TestRuns.sessionId();
    SessionId second = TestRuns.sessionId();
    platform.find(second);
    platform.find(first);
    assertThat(platform.calls()).containsExactly(second, first);
  }

  private static RateLimitedException rateLimited(SessionId id) {
    return new RateLimitedException(Optional.of(id), 429, Optional.of(Duration.ofSeconds(2)));
  }
}
