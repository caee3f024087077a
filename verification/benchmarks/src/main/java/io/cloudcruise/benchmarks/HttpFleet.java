package io.cloudcruise.benchmarks;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import io.cloudcruise.core.wait.RunWaiter;
import io.cloudcruise.core.wait.WaitOutcome;
import io.cloudcruise.core.wait.WaitPolicy;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Waits for the sandbox's runs over HTTP, in real time, with the threads of a real waiter. */
final class HttpFleet implements RunResultsPort {
  private static final WaitPolicy POLICY =
      WaitPolicy.STANDARD.toBuilder()
          .lateArtifacts(Duration.ZERO)
          .timeout(Duration.ofMinutes(2))
          .build();

  /** Runs that end by themselves, within twenty seconds of the first look at them. */
  private static final List<String> ENDING =
      List.of("moving-success", "moving-failure", "moving-late-artifacts");

  private static final double NANOS = 1e9;

  private final FeignRunResultsAdapter adapter;
  private final LongAdder polls = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder ends = new LongAdder();
  private long waiterThreads;
  private long httpThreads;
  private long heap;

  private HttpFleet(Sandbox sandbox, RateLimiter limiter) {
    adapter =
        FeignRunResultsAdapter.builder()
            .apiKey(ApiKey.of(Sandbox.API_KEY))
            .baseUrl(sandbox.baseUrl().toString())
            .responses(it -> it.rateLimitListener(limiter::observe))
            .build();
  }

  @Override
  public Optional<RunResults> find(SessionId sessionId) {
    polls.increment();
    try {
      Optional<RunResults> found = adapter.find(sessionId);
      found.filter(results -> results.status().isTerminal()).ifPresent(end -> ends.increment());
      return found;
    } catch (RateLimitedException errorResponse) {
      refused.increment();
      throw errorResponse;
    }
  }

  /** {@return what so many waits take, at a sandbox that enforces the documented limits} */
  static HttpFleetFigures ofMoving(int waits) throws Exception {
    RateLimiter limiter = new LocalRateLimiter();
    try (Sandbox sandbox = Sandbox.builder().enforceRateLimits(true).start()) {
      HttpFleet fleet = new HttpFleet(sandbox, limiter);
      try (fleet.adapter;
          RunWaiter waiter = RunWaiter.builder(fleet).rateLimiter(limiter).build()) {
        return fleet.awaitAll(waiter, waits);
      }
    }
  }

  private HttpFleetFigures awaitAll(RunWaiter waiter, int waits) throws Exception {
    long idle = Heap.used();
    long start = System.nanoTime();
    List<CompletableFuture<WaitOutcome>> outcomes =
        IntStream.range(0, waits)
            .mapToObj(i -> waiter.start(sessionId(ENDING.get(i % ENDING.size())), POLICY))
            .toList();
    observeUntil(CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)));
    double seconds = (System.nanoTime() - start) / NANOS;
    long finished = outcomes.stream().filter(HttpFleet::isFinished).count();
    return new HttpFleetFigures(
        waits,
        polls.sum(),
        refused.sum(),
        finished,
        ends.sum() - finished,
        seconds,
        waiterThreads,
        httpThreads,
        heap - idle);
  }

  private static boolean isFinished(CompletableFuture<WaitOutcome> outcome) {
    return outcome.join() instanceof WaitOutcome.Finished;
  }

  private void observeUntil(CompletableFuture<Void> over) throws Exception {
    while (!over.isDone()) {
      waiterThreads = Math.max(waiterThreads, threads("cloudcruise-(wait|timer)"));
      httpThreads = Math.max(httpThreads, threads("cloudcruise-http"));
      heap = Math.max(heap, Heap.used());
      try {
        over.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException notYet) {
        // Looks again at what is taken meanwhile.
      }
    }
  }

  private static long threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches(name))
        .count();
  }

  private static SessionId sessionId(String scenario) {
    return new SessionId(Sandbox.scenario(scenario).sessionId());
  }
}
