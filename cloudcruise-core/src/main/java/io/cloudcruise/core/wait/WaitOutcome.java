package io.cloudcruise.core.wait;

import io.cloudcruise.core.model.RunResults;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** How a wait ended. Only {@link Finished} holds the results of a run that has ended. */
public sealed interface WaitOutcome {
  /** {@return how long the wait took} */
  Duration waited();

  /** {@return how many times the platform was asked} */
  int polls();

  /**
   * Does one thing for each outcome.
   *
   * @param finished called if the run has ended
   * @param needsPerson called if somebody has to do something first
   * @param stillRunning called if the time was up before the run ended
   * @param <T> what comes out
   * @return what the function called returned
   */
  <T> T fold(
      Function<? super Finished, ? extends T> finished,
      Function<? super NeedsPerson, ? extends T> needsPerson,
      Function<? super StillRunning, ? extends T> stillRunning);

  /**
   * The run has ended, well or not.
   *
   * @param results the results
   * @param waited how long the wait took
   * @param polls how many times the platform was asked
   */
  record Finished(RunResults results, Duration waited, int polls) implements WaitOutcome {
    /**
     * Checks the status.
     *
     * @throws IllegalArgumentException if the run has not ended
     */
    public Finished {
      Objects.requireNonNull(waited, "waited");
      if (!results.status().isTerminal()) {
        throw new IllegalArgumentException("not finished: " + results.status());
      }
    }

    @Override
    public <T> T fold(
        Function<? super Finished, ? extends T> finished,
        Function<? super NeedsPerson, ? extends T> needsPerson,
        Function<? super StillRunning, ? extends T> stillRunning) {
      return finished.apply(this);
    }
  }

  /**
   * The run is paused, or waits for input: it goes on when somebody has seen to it.
   *
   * @param results the results so far; the status says what it is
   * @param waited how long the wait took
   * @param polls how many times the platform was asked
   */
  record NeedsPerson(RunResults results, Duration waited, int polls) implements WaitOutcome {
    public NeedsPerson {
      Objects.requireNonNull(results, "results");
      Objects.requireNonNull(waited, "waited");
    }

    @Override
    public <T> T fold(
        Function<? super Finished, ? extends T> finished,
        Function<? super NeedsPerson, ? extends T> needsPerson,
        Function<? super StillRunning, ? extends T> stillRunning) {
      return needsPerson.apply(this);
    }
  }

  /**
   * The time was up before the run ended, as far as this version can tell. It may be waited for
   * again.
   *
   * @param lastSeen the results so far; empty if the platform did not know the run yet
   * @param waited how long the wait took
   * @param polls how many times the platform was asked
   */
  record StillRunning(Optional<RunResults> lastSeen, Duration waited, int polls)
      implements WaitOutcome {
    public StillRunning {
      Objects.requireNonNull(lastSeen, "lastSeen");
      Objects.requireNonNull(waited, "waited");
    }

    @Override
    public <T> T fold(
        Function<? super Finished, ? extends T> finished,
        Function<? super NeedsPerson, ? extends T> needsPerson,
        Function<? super StillRunning, ? extends T> stillRunning) {
      return stillRunning.apply(this);
    }
  }
}
