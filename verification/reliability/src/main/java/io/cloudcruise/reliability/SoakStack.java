package io.cloudcruise.reliability;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import io.cloudcruise.core.ratelimit.RateLimitedRunResults;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.retry.RetryingRunResults;
import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.core.wait.RunWaiter;
import io.cloudcruise.core.wait.WaitOutcome;
import io.cloudcruise.core.wait.WaitPolicy;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import java.time.Duration;

/** All that this library puts between a caller and the wire, each around the next. */
final class SoakStack implements AutoCloseable {
  /** A waiter's pauses are seconds, and become milliseconds. */
  private static final int FASTER = 1_000;

  /** Longer than the longest window, which is what the budget may have to wait for. */
  private static final Duration MAX_WAIT = Duration.ofMinutes(10);

  private static final RetryPolicy RETRIES =
      RetryPolicy.builder()
          .maxAttempts(4)
          .initialBackoff(Duration.ofMillis(5))
          .maxBackoff(Duration.ofMillis(200))
          .build();

  private static final WaitPolicy WAITS =
      WaitPolicy.STANDARD.toBuilder()
          .timeout(MAX_WAIT.multipliedBy(FASTER))
          .lateArtifacts(Duration.ZERO)
          .build();

  private final SystemTimer timer;
  private final RunWaiter waiter;
  private final Runnable closing;

  private SoakStack(SystemTimer timer, RunWaiter waiter, Runnable closing) {
    this.timer = timer;
    this.waiter = waiter;
    this.closing = closing;
  }

  /** Puts all of it over HTTP. */
  static SoakStack overHttp(String baseUrl, SoakSettings settings, SoakProbe probe) {
    SystemTimer timer = new SystemTimer();
    RateLimiter limiter = new LocalRateLimiter(settings.limits(), timer);
    FeignRunResultsAdapter adapter = adapter(baseUrl, settings.deadline(), limiter);
    return over(adapter, limiter, timer, settings.callers(), probe, adapter::close);
  }

  static FeignRunResultsAdapter adapter(String baseUrl, Duration deadline, RateLimiter limiter) {
    return FeignRunResultsAdapter.builder()
        .apiKey(ApiKey.of("not_a_real_key"))
        .baseUrl(baseUrl)
        .deadline(deadline)
        .responses(it -> it.rateLimitListener(limiter::observe))
        .build();
  }

  /** Puts all of it but HTTP over something else. */
  static SoakStack over(RunResultsPort port, int callers, SoakProbe probe) {
    return over(port, RateLimiter.UNLIMITED, new SystemTimer(), callers, probe, () -> {});
  }

  private static SoakStack over(
      RunResultsPort port,
      RateLimiter limiter,
      SystemTimer timer,
      int callers,
      SoakProbe probe,
      Runnable closing) {
    RunResultsPort budgeted =
        RateLimitedRunResults.builder(probe.ofAttempts(port))
            .rateLimiter(limiter)
            .maxWait(MAX_WAIT)
            .timer(timer)
            .build();
    RunResultsPort retrying =
        RetryingRunResults.builder(budgeted)
            .policy(RETRIES)
            .deadline(MAX_WAIT)
            .timer(timer)
            .build();
    RunWaiter waiter =
        RunWaiter.builder(probe.ofPolls(retrying))
            .rateLimiter(RateLimiter.UNLIMITED) // there is one below it
            .concurrency(callers)
            .timer(new FastTimer(timer, FASTER))
            .build();
    return new SoakStack(timer, waiter, closing);
  }

  WaitOutcome await(SessionId sessionId) {
    return waiter.await(sessionId, WAITS);
  }

  @Override
  public void close() {
    waiter.close();
    timer.close();
    closing.run();
  }
}
