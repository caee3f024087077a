package io.cloudcruise.core.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What a caller branches on: how a run ended, or that it has not. */
public sealed interface RunOutcome {
  /**
   * Does one thing for each outcome.
   *
   * @param succeeded called if the run ended well
   * @param failed called if the run ended badly
   * @param stopped called if the run was interrupted
   * @param unfinished called if the run has not ended, as far as this version can tell
   * @param <T> what comes out
   * @return what the function called returned
   */
  <T> T fold(
      Function<? super Succeeded, ? extends T> succeeded,
      Function<? super Failed, ? extends T> failed,
      Function<? super Stopped, ? extends T> stopped,
      Function<? super Unfinished, ? extends T> unfinished);

  /**
   * The run ended well, perhaps after errors that were recovered.
   *
   * @param output what the workflow produced; empty if it produces nothing
   */
  record Succeeded(Optional<JsonText> output) implements RunOutcome {
    public Succeeded {
      Objects.requireNonNull(output, "output");
    }

    @Override
    public <T> T fold(
        Function<? super Succeeded, ? extends T> succeeded,
        Function<? super Failed, ? extends T> failed,
        Function<? super Stopped, ? extends T> stopped,
        Function<? super Unfinished, ? extends T> unfinished) {
      return succeeded.apply(this);
    }
  }

  /**
   * The run ended badly. That is a value, not an exception: the platform did its part.
   *
   * @param errors those that were not recovered
   * @param partialOutput what had been produced until then
   */
  record Failed(List<RunError> errors, Optional<JsonText> partialOutput) implements RunOutcome {
    public Failed {
      errors = List.copyOf(errors);
      Objects.requireNonNull(partialOutput, "partialOutput");
    }

    @Override
    public <T> T fold(
        Function<? super Succeeded, ? extends T> succeeded,
        Function<? super Failed, ? extends T> failed,
        Function<? super Stopped, ? extends T> stopped,
        Function<? super Unfinished, ? extends T> unfinished) {
      return failed.apply(this);
    }
  }

  /**
   * The run was interrupted.
   *
   * @param partialOutput what had been produced until then
   */
  record Stopped(Optional<JsonText> partialOutput) implements RunOutcome {
    public Stopped {
      Objects.requireNonNull(partialOutput, "partialOutput");
    }

    @Override
    public <T> T fold(
        Function<? super Succeeded, ? extends T> succeeded,
        Function<? super Failed, ? extends T> failed,
        Function<? super Stopped, ? extends T> stopped,
        Function<? super Unfinished, ? extends T> unfinished) {
      return stopped.apply(this);
    }
  }

  /**
   * The run has not ended, as far as this version can tell.
   *
   * @param status where it stands
   */
  record Unfinished(RunStatus status) implements RunOutcome {
    /**
     * Checks the status.
     *
     * @throws IllegalArgumentException if the status is one that a run ends with
     */
    public Unfinished {
      if (status.isTerminal()) {
        throw new IllegalArgumentException("not unfinished: " + status);
      }
    }

    @Override
    public <T> T fold(
        Function<? super Succeeded, ? extends T> succeeded,
        Function<? super Failed, ? extends T> failed,
        Function<? super Stopped, ? extends T> stopped,
        Function<? super Unfinished, ? extends T> unfinished) {
      return unfinished.apply(this);
    }
  }
}
