package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.core.wait.RunWaiter;
import io.cloudcruise.core.wait.WaitOutcome;
import io.cloudcruise.core.wait.WaitPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Waits for runs, and hands each on as its wait ends. */
final class Waiting {
  private final CliContext context;
  private final List<SessionId> runs;
  private final WaitPolicy policy;
  private final UnaryOperator<RunResults> decryption;
  private final WaitProgressView progress;
  private final BlockingQueue<WaitedRun> over = new LinkedBlockingQueue<>();

  Waiting(
      CliContext context,
      List<SessionId> runs,
      WaitPolicy policy,
      UnaryOperator<RunResults> decryption) {
    this.context = context;
    this.runs = runs;
    this.policy = policy;
    this.decryption = decryption;
    this.progress = new WaitProgressView(context, runs);
  }

  /** {@return the exit code: that of the first run, in the order given, which was no success} */
  int show(Platform platform, DriftListener drift, Consumer<WaitedRun> view) {
    Thread atCtrlC = new Thread(progress::tellWhatIsKnown);
    Runtime.getRuntime().addShutdownHook(atCtrlC);
    try {
      return platform.ask(
          options -> options.driftListener(drift).waitListener(progress).timer(context.timer()),
          cloudCruise -> showAll(cloudCruise.waiter(), view));
    } finally {
      forget(atCtrlC);
      progress.erase();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException underWayAlready) {
      // It is telling what is known.
    }
  }

  private int showAll(RunWaiter waiter, Consumer<WaitedRun> view) {
    waiter.startAll(runs, policy).forEach(this::handOn);
    return show(view);
  }

  private void handOn(SessionId run, CompletableFuture<WaitOutcome> outcome) {
    var unused =
        outcome
            .thenApply(ended -> WaitedRun.ended(run, ended, decryption))
            .exceptionally(failure -> WaitedRun.failed(run, failure))
            .thenAccept(over::add);
  }

  private int show(Consumer<WaitedRun> view) {
    Map<SessionId, Integer> codes = new HashMap<>();
    while (codes.size() < runs.size()) {
      WaitedRun next = next();
      progress.erase();
      view.accept(next);
      codes.put(next.run(), next.exitCode());
    }
    return runs.stream()
        .map(codes::get)
        .filter(code -> code != ExitCode.RETRIEVED)
        .findFirst()
        .orElse(ExitCode.RETRIEVED);
  }

  /** A line that is written over wants to be, every second. */
  private WaitedRun next() {
    try {
      WaitedRun next = over.poll();
      while (next == null) {
        progress.draw();
        next = over.poll(1, TimeUnit.SECONDS);
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(Optional.of(runs.get(0)));
    }
  }
}
