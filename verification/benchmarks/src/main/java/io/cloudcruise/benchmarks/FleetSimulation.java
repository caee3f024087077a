package io.cloudcruise.benchmarks;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import io.cloudcruise.core.ratelimit.RateWindow;
import io.cloudcruise.core.time.VirtualTimer;
import io.cloudcruise.core.wait.RunWaiter;
import io.cloudcruise.core.wait.WaitOutcome;
import io.cloudcruise.core.wait.WaitPolicy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Collection;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Waits for a fleet in virtual time, all of it at once, on the calling thread. */
final class FleetSimulation {
  private static final long SEED = 1;
  private static final Duration STEP = Duration.ofMinutes(10);
  private static final Duration TIMEOUT = Duration.ofDays(2);
  private static final WaitPolicy POLICY =
      WaitPolicy.STANDARD.toBuilder().timeout(TIMEOUT).lateArtifacts(Duration.ZERO).build();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double MILLIS_PER_HOUR = 3.6e6;

  private final VirtualTimer timer = new VirtualTimer();
  private final FleetPlatform platform;
  private final RunWaiter waiter;
  private long cpu;
  private long heap;

  private FleetSimulation(int runs) {
    platform = new FleetPlatform(timer, runs, SEED);
    waiter =
        RunWaiter.builder(platform)
            .timer(timer)
            .rateLimiter(new LocalRateLimiter(RateWindow.DOCUMENTED, timer))
            .executor(Runnable::run)
            .random(new Random(SEED))
            .build();
  }

  /** {@return what it takes to wait for so many runs} */
  static FleetFigures of(int runs) {
    return new FleetSimulation(runs).run();
  }

  private FleetFigures run() {
    Collection<SessionId> ids = platform.sessionIds();
    long idle = Heap.used();
    long before = THREADS.getCurrentThreadCpuTime();
    Collection<CompletableFuture<WaitOutcome>> outcomes = waiter.startAll(ids, POLICY).values();
    took(before);
    while (!outcomes.stream().allMatch(CompletableFuture::isDone)) {
      pass(STEP);
    }
    // Whoever is looked at once more is looked at within this time.
    Duration until = timer.passed();
    pass(TIMEOUT);
    return figures(outcomes, until, heap - idle);
  }

  private void pass(Duration step) {
    heap = Math.max(heap, Heap.used());
    long before = THREADS.getCurrentThreadCpuTime();
    timer.advance(step);
    took(before);
  }

  private void took(long before) {
    cpu += THREADS.getCurrentThreadCpuTime() - before;
  }

  private FleetFigures figures(
      Collection<CompletableFuture<WaitOutcome>> outcomes, Duration until, long bytes) {
    long finished =
        outcomes.stream().filter(outcome -> outcome.join() instanceof WaitOutcome.Finished).count();
    return new FleetFigures(
        outcomes.size(),
        platform.polls(),
        platform.refused(),
        finished,
        platform.afterTheEnd(),
        platform.meanDelay(),
        platform.longestDelay(),
        until.toMillis() / MILLIS_PER_HOUR,
        cpu / NANOS_PER_MICRO / platform.polls(),
        bytes);
  }
}
