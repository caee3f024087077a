package io.cloudcruise.contract;

import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.InputVariable.SecretValue;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunOutcome;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about a run. Each fails with what was found. Not thread-safe. */
public final class RunResultsAssert extends AbstractAssert<RunResultsAssert, RunResults> {
  RunResultsAssert(@Nullable RunResults actual) {
    super(actual, RunResultsAssert.class);
  }

  private RunResults run() {
    isNotNull();
    return Objects.requireNonNull(actual);
  }

  private void require(boolean condition, String expectation, Object found) {
    if (!condition) {
      failWithMessage("Expected %s%n  to %s%n  but %s", run(), expectation, found);
    }
  }

  private RunResultsAssert hasOutcome(Class<? extends RunOutcome> outcome, String expectation) {
    RunOutcome found = run().outcome();
    require(outcome.isInstance(found), expectation, "its outcome is " + describe(found));
    return this;
  }

  private static String describe(RunOutcome outcome) {
    return outcome.fold(
        succeeded -> "succeeded",
        failed -> "failed with " + failed.errors(),
        stopped -> "stopped",
        unfinished -> "unfinished: " + unfinished.status());
  }

  /** {@return this, if the run ended well} */
  public RunResultsAssert hasSucceeded() {
    return hasOutcome(RunOutcome.Succeeded.class, "have succeeded");
  }

  /** {@return this, if the run ended badly} */
  public RunResultsAssert hasFailed() {
    return hasOutcome(RunOutcome.Failed.class, "have failed");
  }

  /** {@return this, if the run was interrupted} */
  public RunResultsAssert wasStopped() {
    return hasOutcome(RunOutcome.Stopped.class, "have been stopped");
  }

  /** {@return this, if the run has not ended, as far as this version can tell} */
  public RunResultsAssert isUnfinished() {
    return hasOutcome(RunOutcome.Unfinished.class, "be unfinished");
  }

  /**
   * Requires a status.
   *
   * @param kind what it must mean
   * @return this
   */
  public RunResultsAssert hasStatus(Kind kind) {
    Kind found = run().status().kind();
    require(found == kind, "have a status that means " + kind, "it means " + found);
    return this;
  }

  /**
   * Requires a status word for word.
   *
   * @param rawValue how it must be spelled
   * @return this
   */
  public RunResultsAssert hasStatus(String rawValue) {
    String found = run().status().rawValue();
    require(found.equals(rawValue), "have the status " + rawValue, "its status is " + found);
    return this;
  }

  /** {@return this, if the run has an output, whatever it is} */
  public RunResultsAssert hasOutput() {
    require(run().output().isPresent(), "have an output", "it has none");
    return this;
  }

  /**
   * Requires an output.
   *
   * @param json the JSON that it must be, character for character
   * @return this
   */
  public RunResultsAssert hasOutput(String json) {
    Optional<String> found = run().output().map(JsonText::text);
    require(
        found.filter(json::equals).isPresent(),
        "have the output " + json,
        found.map(other -> "its output is " + other).orElse("it has none"));
    return this;
  }

  /** {@return this, if the run has no output} */
  public RunResultsAssert hasNoOutput() {
    require(
        run().output().isEmpty(),
        "have no output",
        "it has " + run().output().map(JsonText::toString).orElse("none"));
    return this;
  }

  /** {@return this, if an error was recovered} */
  public RunResultsAssert wasRecovered() {
    require(run().wasRecovered(), "have been recovered", "its errors are " + run().errors());
    return this;
  }

  /** {@return this, if nothing went wrong} */
  public RunResultsAssert hasNoErrors() {
    require(run().errors().isEmpty(), "have no errors", "it has " + run().errors());
    return this;
  }

  /** {@return this, if nothing went wrong that was not recovered} */
  public RunResultsAssert hasNoUnrecoveredErrors() {
    List<RunError> found = run().unrecoveredErrors();
    require(found.isEmpty(), "have no errors but recovered ones", "it has " + found);
    return this;
  }

  /** {@return assertions about the only error} */
  public RunErrorAssert onlyError() {
    List<RunError> found = run().errors();
    require(found.size() == 1, "have one error", "it has " + found);
    return RunResultsAssertions.assertThat(found.get(0)).as("the error of %s", run());
  }

  /**
   * Requires an input that must not be shown.
   *
   * @param name the input's name
   * @return this
   */
  public RunResultsAssert hasSecretInput(String name) {
    Object found = run().inputs().get(name);
    require(
        found instanceof SecretValue,
        "have a secret input " + name,
        found == null
            ? "its inputs are " + run().inputs().keySet()
            : "it is a " + found.getClass().getSimpleName());
    return this;
  }

  /**
   * Requires a number of artifacts.
   *
   * @param count how many screenshots, recordings and files there must be together
   * @return this
   */
  public RunResultsAssert hasArtifacts(int count) {
    List<Artifact> found = run().artifacts();
    require(found.size() == count, "have " + count + " artifacts", "it has " + found.size());
    return this;
  }
}
