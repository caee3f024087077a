package io.cloudcruise.core.wait;

import io.cloudcruise.core.model.RunOutcome;
import io.cloudcruise.core.model.RunResults;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a wait ended. Only {@link Finished} holds the results of a run that has ended. */
public sealed interface WaitOutcome {
  /**
   * Gets the results of the run that has ended.
   *
   * @return the results
   * @throws RunNotFinishedException if the run has not ended; the message says what to do
   */
  RunResults results();

  /** {@return the newest results, of a run that may not have ended; empty if there are none} */
  Optional<RunResults> lastSeen();

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

  /** The run has ended, well or not. Immutable. */
  final class Finished implements WaitOutcome {
    private final RunResults results;
    private final Duration waited;
    private final int polls;

    private Finished(RunResults results, Duration waited, int polls) {
      this.results = results;
      this.waited = Objects.requireNonNull(waited, "waited");
      this.polls = polls;
    }

    /**
     * Makes an outcome.
     *
     * @param results the results
     * @param waited how long the wait took
     * @param polls how many times the platform was asked
     * @return the outcome
     * @throws IllegalArgumentException if the run has not ended
     */
    public static Finished of(RunResults results, Duration waited, int polls) {
      if (!results.status().isTerminal()) {
        throw new IllegalArgumentException("not finished: " + results.status());
      }
      return new Finished(results, waited, polls);
    }

    /** {@return how the run ended: succeeded, failed or stopped, never unfinished} */
    public RunOutcome.Ended outcome() {
      return (RunOutcome.Ended) results.outcome();
    }

    @Override
    public RunResults results() {
      return results;
    }

    @Override
    public Optional<RunResults> lastSeen() {
      return Optional.of(results);
    }

    @Override
    public Duration waited() {
      return waited;
    }

    @Override
    public int polls() {
      return polls;
    }

    @Override
    public <T> T fold(
        Function<? super Finished, ? extends T> finished,
        Function<? super NeedsPerson, ? extends T> needsPerson,
        Function<? super StillRunning, ? extends T> stillRunning) {
      return finished.apply(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Finished that
          && results.equals(that.results)
          && waited.equals(that.waited)
          && polls == that.polls;
    }

    @Override
    public int hashCode() {
      return Objects.hash(results, waited, polls);
    }

    @Override
    public String toString() {
      return "Finished[results=%s, waited=%s, polls=%d]".formatted(results, waited, polls);
    }
  }

  /** The run is paused, or waits for input: it goes on when somebody has seen to it. Immutable. */
  final class NeedsPerson implements WaitOutcome {
    private final RunResults lastSeen;
    private final Duration waited;
    private final int polls;

    private NeedsPerson(RunResults lastSeen, Duration waited, int polls) {
      this.lastSeen = Objects.requireNonNull(lastSeen, "lastSeen");
      this.waited = Objects.requireNonNull(waited, "waited");
      this.polls = polls;
    }

    /**
     * Makes an outcome.
     *
     * @param lastSeen the results so far; the status says what the run waits for
     * @param waited how long the wait took
     * @param polls how many times the platform was asked
     * @return the outcome
     */
    public static NeedsPerson of(RunResults lastSeen, Duration waited, int polls) {
      return new NeedsPerson(lastSeen, waited, polls);
    }

    @Override
    public RunResults results() {
      throw new RunNotFinishedException(
          "run %s is %s after %s: somebody has to see to it, then wait again"
              .formatted(lastSeen.sessionId(), lastSeen.status(), waited));
    }

    @Override
    public Optional<RunResults> lastSeen() {
      return Optional.of(lastSeen);
    }

    @Override
    public Duration waited() {
      return waited;
    }

    @Override
    public int polls() {
      return polls;
    }

    @Override
    public <T> T fold(
        Function<? super Finished, ? extends T> finished,
        Function<? super NeedsPerson, ? extends T> needsPerson,
        Function<? super StillRunning, ? extends T> stillRunning) {
      return needsPerson.apply(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof NeedsPerson that
          && lastSeen.equals(that.lastSeen)
          && waited.equals(that.waited)
          && polls == that.polls;
    }

    @Override
    public int hashCode() {
      return Objects.hash(lastSeen, waited, polls);
    }

    @Override
    public String toString() {
      return "NeedsPerson[lastSeen=%s, waited=%s, polls=%d]".formatted(lastSeen, waited, polls);
    }
  }

  /**
   * The time was up before the run ended, as far as this version can tell. It may be waited for
   * again. Immutable.
   */
  final class StillRunning implements WaitOutcome {
    private final Optional<RunResults> lastSeen;
    private final Duration waited;
    private final int polls;

    private StillRunning(Optional<RunResults> lastSeen, Duration waited, int polls) {
      this.lastSeen = Objects.requireNonNull(lastSeen, "lastSeen");
      this.waited = Objects.requireNonNull(waited, "waited");
      this.polls = polls;
    }

    /**
     * Makes an outcome.
     *
     * @param lastSeen the results so far; empty if the platform did not know the run yet
     * @param waited how long the wait took
     * @param polls how many times the platform was asked
     * @return the outcome
     */
    public static StillRunning of(Optional<RunResults> lastSeen, Duration waited, int polls) {
      return new StillRunning(lastSeen, waited, polls);
    }

    @Override
    public RunResults results() {
      throw new RunNotFinishedException(
          lastSeen
                  .map(run -> "run %s is %s".formatted(run.sessionId(), run.status()))
                  .orElse("the platform does not know the run yet")
              + " after "
              + waited
              + ": wait for it again, or for longer");
    }

    @Override
    public Optional<RunResults> lastSeen() {
      return lastSeen;
    }

    @Override
    public Duration waited() {
      return waited;
    }

    @Override
    public int polls() {
      return polls;
    }

    @Override
    public <T> T fold(
        Function<? super Finished, ? extends T> finished,
        Function<? super NeedsPerson, ? extends T> needsPerson,
        Function<? super StillRunning, ? extends T> stillRunning) {
      return stillRunning.apply(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof StillRunning that
          && lastSeen.equals(that.lastSeen)
          && waited.equals(that.waited)
          && polls == that.polls;
    }

    @Override
    public int hashCode() {
      return Objects.hash(lastSeen, waited, polls);
    }

    @Override
    public String toString() {
      return "StillRunning[lastSeen=%s, waited=%s, polls=%d]".formatted(lastSeen, waited, polls);
    }
  }
}
