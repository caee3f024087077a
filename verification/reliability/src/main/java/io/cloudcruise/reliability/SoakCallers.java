package io.cloudcruise.reliability;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.wait.WaitOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Those who wait for runs, each for its own ones, one after the other, round and round. */
final class SoakCallers {
  private final SoakStack stack;
  private final SoakProbe probe;
  private final SoakTally tally;
  private final SoakSettings settings;

  SoakCallers(SoakStack stack, SoakProbe probe, SoakTally tally, SoakSettings settings) {
    this.stack = stack;
    this.probe = probe;
    this.tally = tally;
    this.settings = settings;
  }

  /** Goes on until so many responses have been decoded, and all waits are over. */
  void untilRetrieved(long goal) throws InterruptedException {
    List<Thread> threads =
        IntStream.range(0, settings.callers())
            .mapToObj(caller -> new Thread(() -> call(caller, goal), "soak-caller"))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void call(int caller, long goal) {
    int run = caller;
    while (tally.right.sum() + tally.unexpected.sum() < goal) {
      await(SoakRuns.id(run));
      run += settings.callers();
      run = run < settings.runs() ? run : caller;
    }
  }

  private void await(SessionId sessionId) {
    tally.waits.increment();
    try {
      WaitOutcome outcome = stack.await(sessionId);
      if (!(outcome instanceof WaitOutcome.Finished finished)
          || !probe.isRight(sessionId, Optional.of(finished.results()))) {
        tally.unexpected("a wait for " + sessionId + " did not end with the end of the run");
      }
    } catch (RuntimeException thrown) {
      tally.unexpected("a wait ended in " + thrown.getClass().getName());
    }
  }
}
