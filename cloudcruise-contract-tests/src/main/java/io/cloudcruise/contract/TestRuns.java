package io.cloudcruise.contract;

import io.cloudcruise.core.model.Classification;
import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.ErrorId;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.OutputMismatchException;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.Timestamp;
import io.cloudcruise.jackson.RunResultsJson;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Run results to test with. Each call makes a run of its own, whose session id no other call makes
 * in this process. Statuses are spelled like their meanings, not as the platform spells them, so
 * branch on the meaning. For anything else there is {@link RunResults#builder}. Thread-safe.
 */
public final class TestRuns {
  private static final Timestamp NOON = new Timestamp("2026-01-01T12:00:00Z");
  private static final AtomicLong MADE = new AtomicLong();

  private TestRuns() {}

  /** {@return a session id that no other call returns} */
  public static SessionId sessionId() {
    return new SessionId(uuid(0x7e57));
  }

  /** {@return a run that ended well and produced nothing} */
  public static RunResults succeeded() {
    return run(Kind.SUCCEEDED).build();
  }

  /**
   * Makes a run that ended well.
   *
   * @param output what it produced
   * @return the results
   */
  public static RunResults succeeded(JsonText output) {
    return run(Kind.SUCCEEDED).output(output).build();
  }

  /**
   * Makes a run that ended well.
   *
   * @param outputJson what it produced, as JSON
   * @return the results
   * @throws OutputMismatchException if it is no JSON
   */
  public static RunResults succeeded(String outputJson) {
    JsonText output = new JsonText(outputJson, RunResultsJson.outputReader());
    output.asPlain(); // refuses what is no JSON, here rather than where it is read
    return succeeded(output);
  }

  /**
   * Makes a run that ended well after errors that were all recovered.
   *
   * @param errors the errors, each with an id
   * @return the results
   * @throws IllegalArgumentException if an error has no id: without one it cannot be recovered
   */
  public static RunResults recovered(RunError... errors) {
    return run(Kind.SUCCEEDED)
        .errors(List.of(errors))
        .recoveryFlag(true)
        .recoveredErrorIds(Arrays.stream(errors).map(TestRuns::idOf).toList())
        .build();
  }

  /** {@return a run that ended well after one error that was recovered} */
  public static RunResults recovered() {
    return recovered(error(ErrorCategory.Kind.XPATH_INCORRECT));
  }

  /**
   * Makes a run that ended badly.
   *
   * @param errors what went wrong
   * @return the results
   */
  public static RunResults failedWith(RunError... errors) {
    return run(Kind.FAILED).errors(List.of(errors)).build();
  }

  /**
   * Makes a run that ended badly, with one error.
   *
   * @param category what kind of error it was
   * @return the results
   */
  public static RunResults failedWith(ErrorCategory.Kind category) {
    return failedWith(error(category));
  }

  /** {@return a run that was interrupted} */
  public static RunResults stopped() {
    return run(Kind.STOPPED).build();
  }

  /**
   * Makes a run that has not ended.
   *
   * @param kind where it stands
   * @return the results
   * @throws IllegalArgumentException if a run ends with that status
   */
  public static RunResults unfinished(Kind kind) {
    RunStatus status = RunStatus.of(kind);
    if (status.isTerminal()) {
      throw new IllegalArgumentException("a run ends with this status: " + status);
    }
    return RunResults.builder(sessionId(), status).build();
  }

  /**
   * Makes a run in a status that this version of the library does not know.
   *
   * @param rawValue the status
   * @return the results
   */
  public static RunResults inUnknownStatus(String rawValue) {
    return RunResults.builder(sessionId(), new RunStatus(rawValue, Kind.UNKNOWN)).build();
  }

  /**
   * Makes an error with an id, a time and a classification.
   *
   * @param category what kind of error it is
   * @return the error
   */
  public static RunError error(ErrorCategory.Kind category) {
    return RunError.builder()
        .id(new ErrorId(uuid(0xe7707)))
        .timestamp(NOON)
        .message("something went wrong")
        .classification(
            Classification.builder()
                .category(new ErrorCategory(category.name()))
                .description("Something went wrong.")
                .build())
        .build();
  }

  /** The same results, as if they were another run's. */
  static RunResults ofRun(SessionId sessionId, RunResults run) {
    return run.toBuilder().sessionId(sessionId).build();
  }

  private static RunResults.Builder run(Kind kind) {
    return RunResults.builder(sessionId(), RunStatus.of(kind));
  }

  private static ErrorId idOf(RunError error) {
    return error
        .id()
        .orElseThrow(() -> new IllegalArgumentException("a recovered error needs an id"));
  }

  private static String uuid(long kind) {
    return new UUID(kind << 32 | 0x4000, 1L << 63 | MADE.incrementAndGet()).toString();
  }
}
