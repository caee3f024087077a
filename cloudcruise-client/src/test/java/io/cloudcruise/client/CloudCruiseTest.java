package io.cloudcruise.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.archive.SavedRun;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.Permit;
import io.cloudcruise.core.port.RateLimitSnapshot;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.wait.RunNotFinishedException;
import io.cloudcruise.core.wait.WaitPolicy;
import io.cloudcruise.sandbox.Sandbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudCruiseTest {
  private static final SessionId RUN = new SessionId(Sandbox.DEFAULT_RUN);

  private final Sandbox sandbox = Sandbox.start();

  /** Grants everything, and counts. */
  private static final class Counting implements RateLimiter {
    private final AtomicInteger permits = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    @Override
    public Permit tryAcquire() {
      permits.incrementAndGet();
      return Permit.granted(closed::incrementAndGet);
    }

    @Override
    public void observe(RateLimitSnapshot snapshot) {}

    @Override
    public void onRateLimited(Optional<Duration> retryAfter) {}
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private CloudCruise.Builder builder(String apiKey) {
    return CloudCruise.builder().apiKey(apiKey).baseUrl(sandbox.baseUrl());
  }

  private CloudCruise cloudCruise() {
    return builder(Sandbox.API_KEY).build();
  }

  @Test
  void readsResultsAndWaitsForThem() {
    try (CloudCruise cloudCruise = cloudCruise()) {
      RunResults now = cloudCruise.runs().get(RUN);
      RunResults ended = cloudCruise.await(RUN, Duration.ofMinutes(1)).results();

      assertThat(now.status().kind()).isEqualTo(Kind.SUCCEEDED);
      assertThat(ended).isEqualTo(cloudCruise.await(RUN).results());
      assertThat(cloudCruise.start(RUN, WaitPolicy.STANDARD).join().polls()).isEqualTo(1);
    }
  }

  @Test
  void theResultsOfAWaitThatTimedOutSayWhatToDo() {
    SessionId queued = new SessionId(Sandbox.scenario("queued").sessionId());
    try (CloudCruise cloudCruise = cloudCruise()) {
      var outcome = cloudCruise.await(queued, Duration.ZERO);

      assertThatThrownBy(outcome::results)
          .isInstanceOf(RunNotFinishedException.class)
          .hasMessageContaining("wait for it again, or for longer");
    }
  }

  @Test
  void savesRuns(@TempDir Path directory) {
    try (CloudCruise cloudCruise = cloudCruise()) {
      SavedRun saved = cloudCruise.archive().save(RUN, directory.resolve("run"));

      assertThat(saved.artifacts()).isNotEmpty();
      assertThat(saved.missing()).isEmpty();
    }
  }

  @Test
  void eachRequestTakesOnePermitRetriesIncluded() {
    Counting limiter = new Counting();
    RetryPolicy thrice = RetryPolicy.builder().maxAttempts(3).initialBackoff(Duration.ZERO).build();
    try (CloudCruise cloudCruise =
        builder(Sandbox.UNAVAILABLE_KEY).rateLimiter(limiter).retry(thrice).build()) {
      assertThatThrownBy(() -> cloudCruise.runs().find(RUN))
          .isInstanceOf(UnavailableException.class);
    }

    assertThat(sandbox.requests()).hasSize(3);
    assertThat(limiter.permits).hasValue(3);
    assertThat(limiter.closed).hasValue(3);
  }

  @Test
  void aWaitTakesOnePermitForEachPoll() {
    Counting limiter = new Counting();
    try (CloudCruise cloudCruise = builder(Sandbox.API_KEY).rateLimiter(limiter).build()) {
      assertThat(cloudCruise.await(RUN).polls()).isEqualTo(1);
    }

    assertThat(sandbox.requests()).hasSize(1);
    assertThat(limiter.permits).hasValue(1);
  }

  @Test
  void unusableSettingsAreNotQuoted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CloudCruise.builder().apiKey("canary \n"))
        .withMessageNotContaining("canary");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CloudCruise.builder()
                    .apiKey("k")
                    .baseUrl(URI.create("http://user:canary@a.example"))
                    .build())
        .withMessageNotContaining("canary");
  }
}
