package io.cloudcruise.contract.wait;

import static io.cloudcruise.contract.RunResultsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import io.cloudcruise.core.wait.DurationStatistics;
import io.cloudcruise.core.wait.RunWaiter;
import io.cloudcruise.core.wait.WaitOutcome;
import io.cloudcruise.core.wait.WaitOutcome.Finished;
import io.cloudcruise.core.wait.WaitOutcome.NeedsPerson;
import io.cloudcruise.core.wait.WaitPolicy;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.sandbox.Sandbox;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * In real time, which takes as long as the longest of the sandbox's moving runs that are awaited.
 */
class WaitOverHttpTest {
  private static final WaitPolicy POLICY = WaitPolicy.STANDARD;

  @Test
  void movingRunsAreWaitedForUntilTheyEndOrNeedAPerson() throws Exception {
    LocalRateLimiter limiter = new LocalRateLimiter();
    try (Sandbox sandbox = Sandbox.builder().enforceRateLimits(true).start();
        FeignRunResultsAdapter port =
            FeignRunResultsAdapter.builder()
                .baseUrl(sandbox.baseUrl().toString())
                .apiKey(ApiKey.of(Sandbox.API_KEY))
                .responses(it -> it.rateLimitListener(limiter::observe))
                .build();
        RunWaiter waiter = eager(port, limiter)) {
      CompletableFuture<WaitOutcome> success = waiter.start(scenario("moving-success"), POLICY);
      CompletableFuture<WaitOutcome> pause = waiter.start(scenario("moving-pause"), POLICY);
      CompletableFuture<WaitOutcome> late =
          waiter.start(
              scenario("moving-late-artifacts"),
              POLICY.toBuilder().lateArtifacts(Duration.ofSeconds(5)).build());

      Finished finished = outcome(success, Finished.class);
      assertThat(finished.results()).hasSucceeded().hasOutput();
      assertThat(finished.waited().toSeconds()).isBetween(10L, 15L);

      NeedsPerson paused = outcome(pause, NeedsPerson.class);
      assertThat(paused.lastSeen().orElseThrow()).isUnfinished();
      assertThat(paused.waited().toSeconds()).isBetween(3L, 8L);

      assertThat(outcome(late, Finished.class).results().recordings())
          .as("recordings that came late")
          .isNotEmpty();
    }
  }

  private static RunWaiter eager(RunResultsPort port, RateLimiter limiter) {
    DurationStatistics statistics = new DurationStatistics(Duration.ofMillis(50));
    return RunWaiter.builder(port).rateLimiter(limiter).statistics(statistics).build();
  }

  private static <T extends WaitOutcome> T outcome(
      CompletableFuture<WaitOutcome> outcome, Class<T> type) throws Exception {
    WaitOutcome ended = outcome.get(60, TimeUnit.SECONDS);
    assertThat(ended).isInstanceOf(type);
    return type.cast(ended);
  }

  private static SessionId scenario(String name) {
    return new SessionId(Sandbox.scenario(name).sessionId());
  }
}
