package io.cloudcruise.reliability.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import io.cloudcruise.core.ratelimit.RateLimitedRunResults;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.retry.RetryingRunResults;
import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.core.wait.RunWaiter;
import io.cloudcruise.core.wait.WaitOutcome;
import io.cloudcruise.core.wait.WaitPolicy;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.rigs.CallUnderWay;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Those who retry, keep to a budget or wait add nothing to what a failed call shows. */
@Timeout(60)
@ExtendWith(Eavesdropping.class)
class RetrievalFailureTest {
  private static final RetryPolicy TWICE =
      RetryPolicy.builder()
          .maxAttempts(2)
          .initialBackoff(Duration.ofMillis(1))
          .maxBackoff(Duration.ofMillis(1))
          .build();
  private static final WaitPolicy SHORT =
      WaitPolicy.STANDARD.toBuilder().timeout(Duration.ofSeconds(20)).retry(TWICE).build();

  private final PlantedPlatform platform = new PlantedPlatform();
  private final FeignRunResultsAdapter adapter = platform.runs();

  @AfterEach
  void close() {
    adapter.close();
    platform.close();
  }

  static Stream<Named<RawResponse>> responses() {
    return Stream.concat(
        Stream.of(400, 401, 403, 404, 429, 500, 503)
            .map(status -> named("" + status, PlantedPlatform.failure(status))),
        Stream.of(
            named("garbage", PlantedPlatform.garbage()),
            named("another run", RawResponse.status(200).body(anotherRun())),
            named("no status", RawResponse.status(200).body("{\"session_id\": \"canary\"}"))));
  }

  private static String anotherRun() {
    return PlantedRun.everything().replace(PlantedRun.ID.value(), "another-canary");
  }

  private static RunResultsPort decorated(RunResultsPort port) {
    return RetryingRunResults.builder(
            RateLimitedRunResults.builder(port)
                .rateLimiter(new LocalRateLimiter())
                .maxWait(Duration.ofMillis(1))
                .timer(new SystemTimer())
                .build())
        .policy(TWICE)
        .build();
  }

  @ParameterizedTest
  @MethodSource("responses")
  void retriesAndBudgets(RawResponse response) {
    platform.run(response);

    RunResultsException thrown =
        Thrown.by(RunResultsException.class, () -> decorated(adapter).get(PlantedRun.ID));

    assertThat(thrown.attempts()).isEqualTo(thrown.isRetryable() ? 2 : 1);
  }

  @Test
  void budgetsThatAreUsedUp() {
    platform.run(PlantedPlatform.failure(429));
    RunResultsPort port = decorated(adapter);
    Thrown.by(RateLimitedException.class, () -> port.get(PlantedRun.ID));

    Thrown.by(RateLimitedException.class, () -> port.get(PlantedRun.ID));
  }

  @ParameterizedTest
  @MethodSource("responses")
  void waits(RawResponse response) {
    platform.run(response);
    try (RunWaiter waiter = RunWaiter.builder(adapter).build()) {
      CompletableFuture<WaitOutcome> started = waiter.start(PlantedRun.ID, SHORT);

      Thrown.by(RunResultsException.class, () -> waiter.await(PlantedRun.ID, SHORT));
      Thrown.by(CompletionException.class, started::join);
      Thrown.by(ExecutionException.class, started::get);
    }
  }

  /** What a listener throws is its own, and goes no further. */
  @Test
  void waitsWithAListenerThatFails() {
    try (RunWaiter waiter =
        RunWaiter.builder(adapter)
            .listener(
                progress -> {
                  throw new IllegalStateException(Planted.API_KEY);
                })
            .build()) {
      WaitOutcome outcome =
          waiter.await(PlantedRun.ID, SHORT.toBuilder().lateArtifacts(Duration.ZERO).build());

      assertThat(outcome).isInstanceOf(WaitOutcome.Finished.class);
    }
  }

  @Test
  void brokenConnections() {
    try (var silent = HostileServer.onRequest(HostileServer.Peer::reset);
        var broken = PlantedPlatform.runs(silent.baseUrl())) {
      Thrown.by(RunResultsException.class, () -> decorated(broken).get(PlantedRun.ID));
    }
  }

  @Test
  void interruptions() throws InterruptedException {
    try (var silent = HostileServer.onRequest(HostileServer.Peer::stall);
        var slow = PlantedPlatform.runs(silent.baseUrl())) {
      CallUnderWay call = CallUnderWay.start(() -> decorated(slow).get(PlantedRun.ID));
      assertThat(silent.awaitRequest()).contains(Planted.API_KEY);

      call.interrupt();

      Throwable thrown = Objects.requireNonNull(call.end());
      assertThat(thrown).isInstanceOf(CallInterruptedException.class);
      Thrown.showsNothing(thrown);
    }
  }

  @Test
  void closedAdapters() {
    adapter.close();

    Thrown.by(IllegalStateException.class, () -> decorated(adapter).get(PlantedRun.ID));
  }
}
