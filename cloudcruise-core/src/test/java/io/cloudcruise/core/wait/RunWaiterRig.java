package io.cloudcruise.core.wait;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.time.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A waiter over a platform, both in virtual time, and what its listener heard. */
abstract class RunWaiterRig {
  static final SessionId RUN = new SessionId("a-run");
  static final WaitPolicy POLICY =
      WaitPolicy.builder().lateArtifacts(Duration.ofSeconds(5)).build();

  final VirtualTimer timer = new VirtualTimer();
  final Platform platform = new Platform(timer);
  final List<WaitProgress> heard = new ArrayList<>();
  final DurationStatistics statistics = new DurationStatistics();
  final RunWaiter waiter = waiterOver(platform).build();

  final RunWaiter.Builder waiterOver(RunResultsPort port) {
    return RunWaiter.builder(port)
        .timer(timer)
        .executor(Runnable::run)
        .random(new SplittableRandom(1))
        .rateLimiter(RateLimiter.UNLIMITED)
        .statistics(statistics)
        .listener(heard::add);
  }

  static List<SessionId> runs(int count) {
    return IntStream.range(0, count).mapToObj(run -> new SessionId("run-" + run)).toList();
  }

  /** {@return what a wait for the run ends in, after all the time that it takes} */
  final WaitOutcome outcome(WaitPolicy policy) {
    CompletableFuture<WaitOutcome> outcome = waiter.start(RUN, policy);
    timer.advanceToTheEnd();
    return outcome.join();
  }
}
