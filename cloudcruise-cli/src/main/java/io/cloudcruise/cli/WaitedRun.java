package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.wait.WaitOutcome;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/**
 * What came of waiting for one run.
 *
 * @param outcome how the wait ended; empty if it failed
 * @param results the results seen last, to be shown; empty if there were none
 * @param failure why it failed; empty if it did not
 */
record WaitedRun(
    SessionId run,
    Optional<WaitOutcome> outcome,
    Optional<RunResults> results,
    Optional<Throwable> failure) {
  static WaitedRun ended(SessionId run, WaitOutcome outcome, UnaryOperator<RunResults> decryption) {
    return new WaitedRun(
        run, Optional.of(outcome), outcome.lastSeen().map(decryption), Optional.empty());
  }

  static WaitedRun failed(SessionId run, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return new WaitedRun(run, Optional.empty(), Optional.empty(), Optional.of(cause));
  }

  /** How long the wait took, in words; nothing if it failed. */
  String time() {
    return outcome.map(ended -> TimeWords.rough(ended.waited())).orElse("");
  }

  /** What a person has to be told if the run has not ended; empty if it has. */
  Optional<String> remark() {
    return outcome.flatMap(
        ended ->
            ended.fold(
                finished -> Optional.empty(),
                paused -> Optional.of("run " + run + ": needs a person before it goes on"),
                running ->
                    Optional.of(
                        "run %s: still running after %s"
                            .formatted(run, TimeWords.rough(running.waited())))));
  }

  /** What the process ends with if this was all; for a failure see {@link Failures}. */
  int exitCode() {
    return outcome
        .map(
            ended ->
                ended.<Integer>fold(
                    finished -> codeOf(finished.results().status().kind()),
                    paused -> ExitCode.NEEDS_PERSON,
                    running -> ExitCode.STILL_RUNNING))
        .orElseGet(() -> failure.map(Failures::codeOf).orElse(ExitCode.UNFORESEEN));
  }

  private static int codeOf(Kind end) {
    return switch (end) {
      case FAILED -> ExitCode.RUN_FAILED;
      case STOPPED -> ExitCode.RUN_STOPPED;
      default -> ExitCode.RETRIEVED;
    };
  }
}
