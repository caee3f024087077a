package io.cloudcruise.core.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

  /** How a run ended. */
  sealed interface Ended extends RunOutcome {
    /**
     * Does one thing for each way to end.
     *
     * @param succeeded called if the run ended well
     * @param failed called if the run ended badly
     * @param stopped called if the run was interrupted
     * @param <T> what comes out
     * @return what the function called returned
     */
    <T> T fold(
        Function<? super Succeeded, ? extends T> succeeded,
        Function<? super Failed, ? extends T> failed,
        Function<? super Stopped, ? extends T> stopped);
  }

  /** The run ended well, perhaps after errors that were recovered. Immutable. */
  final class Succeeded implements Ended {
    private final Optional<JsonText> output;

    private Succeeded(Optional<JsonText> output) {
      this.output = Objects.requireNonNull(output, "output");
    }

    /**
     * Makes an outcome.
     *
     * @param output what the workflow produced; empty if it produces nothing
     * @return the outcome
     */
    public static Succeeded of(Optional<JsonText> output) {
      return new Succeeded(output);
    }

    /** {@return what the workflow produced; empty if it produces nothing} */
    public Optional<JsonText> output() {
      return output;
    }

    @Override
    public <T> T fold(
        Function<? super Succeeded, ? extends T> succeeded,
        Function<? super Failed, ? extends T> failed,
        Function<? super Stopped, ? extends T> stopped,
        Function<? super Unfinished, ? extends T> unfinished) {
      return succeeded.apply(this);
    }

    @Override
    public <T> T fold(
        Function<? super Succeeded, ? extends T> succeeded,
        Function<? super Failed, ? extends T> failed,
        Function<? super Stopped, ? extends T> stopped) {
      return succeeded.apply(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Succeeded that && output.equals(that.output);
    }

    @Override
    public int hashCode() {
      return Objects.hash(output);
    }

    @Override
    public String toString() {
      return "Succeeded[output=%s]".formatted(output);
    }
  }

  /**
   * The run ended badly. That is a value, not an exception: the platform did its part. Immutable.
   */
  final class Failed implements Ended {
    private final List<RunError> errors;
    private final Optional<JsonText> partialOutput;

    private Failed(List<RunError> errors, Optional<JsonText> partialOutput) {
      this.errors = List.copyOf(errors);
      this.partialOutput = Objects.requireNonNull(partialOutput, "partialOutput");
    }

    /**
     * Makes an outcome.
     *
     * @param errors the errors that were not recovered
     * @param partialOutput what had been produced until then
     * @return the outcome
     */
    public static Failed of(List<RunError> errors, Optional<JsonText> partialOutput) {
      return new Failed(errors, partialOutput);
    }

    /** {@return the errors that were not recovered} */
    public List<RunError> errors() {
      return errors;
    }

    /** {@return what had been produced until then} */
    public Optional<JsonText> partialOutput() {
      return partialOutput;
    }

    @Override
    public <T> T fold(
        Function<? super Succeeded, ? extends T> succeeded,
        Function<? super Failed, ? extends T> failed,
        Function<? super Stopped, ? extends T> stopped,
        Function<? super Unfinished, ? extends T> unfinished) {
      return failed.apply(this);
    }

    @Override
    public <T> T fold(
        Function<? super Succeeded, ? extends T> succeeded,
        Function<? super Failed, ? extends T> failed,
        Function<? super Stopped, ? extends T> stopped) {
      return failed.apply(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Failed that
          && errors.equals(that.errors)
          && partialOutput.equals(that.partialOutput);
    }

    @Override
    public int hashCode() {
      return Objects.hash(errors, partialOutput);
    }

    @Override
    public String toString() {
      return "Failed[errors=%s, partialOutput=%s]".formatted(errors, partialOutput);
    }
  }

  /** The run was interrupted. Immutable. */
  final class Stopped implements Ended {
    private final Optional<JsonText> partialOutput;

    private Stopped(Optional<JsonText> partialOutput) {
      this.partialOutput = Objects.requireNonNull(partialOutput, "partialOutput");
    }

    /**
     * Makes an outcome.
     *
     * @param partialOutput what had been produced until then
     * @return the outcome
     */
    public static Stopped of(Optional<JsonText> partialOutput) {
      return new Stopped(partialOutput);
    }

    /** {@return what had been produced until then} */
    public Optional<JsonText> partialOutput() {
      return partialOutput;
    }

    @Override
    public <T> T fold(
        Function<? super Succeeded, ? extends T> succeeded,
        Function<? super Failed, ? extends T> failed,
        Function<? super Stopped, ? extends T> stopped,
        Function<? super Unfinished, ? extends T> unfinished) {
      return stopped.apply(this);
    }

    @Override
    public <T> T fold(
        Function<? super Succeeded, ? extends T> succeeded,
        Function<? super Failed, ? extends T> failed,
        Function<? super Stopped, ? extends T> stopped) {
      return stopped.apply(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Stopped that && partialOutput.equals(that.partialOutput);
    }

    @Override
    public int hashCode() {
      return Objects.hash(partialOutput);
    }

    @Override
    public String toString() {
      return "Stopped[partialOutput=%s]".formatted(partialOutput);
    }
  }

  /** The run has not ended, as far as this version can tell. Immutable. */
  final class Unfinished implements RunOutcome {
    private final RunStatus status;

    private Unfinished(RunStatus status) {
      this.status = Objects.requireNonNull(status, "status");
    }

    /**
     * Makes an outcome.
     *
     * @param status where the run stands
     * @return the outcome
     * @throws IllegalArgumentException if the status says that the run has ended
     */
    public static Unfinished of(RunStatus status) {
      if (status.isTerminal()) {
        throw new IllegalArgumentException("not unfinished: " + status);
      }
      return new Unfinished(status);
    }

    /** {@return where the run stands} */
    public RunStatus status() {
      return status;
    }

    @Override
    public <T> T fold(
        Function<? super Succeeded, ? extends T> succeeded,
        Function<? super Failed, ? extends T> failed,
        Function<? super Stopped, ? extends T> stopped,
        Function<? super Unfinished, ? extends T> unfinished) {
      return unfinished.apply(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Unfinished that && status.equals(that.status);
    }

    @Override
    public int hashCode() {
      return Objects.hash(status);
    }

    @Override
    public String toString() {
      return "Unfinished[status=%s]".formatted(status);
    }
  }
}
