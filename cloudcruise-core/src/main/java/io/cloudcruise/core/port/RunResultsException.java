package io.cloudcruise.core.port;

import io.cloudcruise.core.internal.Printable;
import io.cloudcruise.core.model.SessionId;
import java.io.Serial;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The platform could not be asked, refused, failed, or answered unintelligibly. The type says what
 * the caller can do about it.
 *
 * <p>Messages are made of a run's session id, an HTTP status and words of this library. They hold
 * no body, header, query string or secret, and neither does any cause.
 */
public abstract sealed class RunResultsException extends RuntimeException
    permits AccessDeniedException,
        CallInterruptedException,
        ContractViolationException,
        DeadlineExceededException,
        InvalidRequestException,
        RateLimitedException,
        RunNotFoundException,
        UnavailableException,
        UsageLimitExceededException {
  @Serial private static final long serialVersionUID = 1L;
  private static final int NO_STATUS = 0;

  private final @Nullable String sessionId;
  private final int httpStatus;
  private final boolean retryable;
  private final int attempts;
  private final @Nullable Duration neededWait;
  private final @Nullable Duration timeLeft;

  RunResultsException(
      Optional<SessionId> sessionId,
      OptionalInt httpStatus,
      boolean retryable,
      String what,
      @Nullable Throwable cause) {
    super(message(sessionId, httpStatus, what), cause);
    this.sessionId = sessionId.map(SessionId::value).orElse(null);
    this.httpStatus = httpStatus.orElse(NO_STATUS);
    this.retryable = retryable;
    this.attempts = 1;
    this.neededWait = null;
    this.timeLeft = null;
  }

  /** Copies an exception, with what the attempts to succeed came to. */
  RunResultsException(RunResultsException original, Attempts attempts) {
    super(original.what(), original.getCause());
    this.sessionId = original.sessionId;
    this.httpStatus = original.httpStatus;
    this.retryable = original.retryable;
    this.attempts = attempts.made();
    this.neededWait = attempts.neededWait();
    this.timeLeft = attempts.timeLeft();
    setStackTrace(original.getStackTrace());
    for (Throwable suppressed : original.getSuppressed()) {
      addSuppressed(suppressed);
    }
  }

  /** What a caller that retries knows. */
  record Attempts(int made, @Nullable Duration neededWait, @Nullable Duration timeLeft) {}

  abstract RunResultsException copy(Attempts attempts);

  private String what() {
    return String.valueOf(super.getMessage());
  }

  private static String message(
      Optional<SessionId> sessionId, OptionalInt httpStatus, String what) {
    String message =
        sessionId.map(id -> "run " + id + ": ").orElse("")
            + what
            + (httpStatus.isPresent() ? " (HTTP " + httpStatus.getAsInt() + ")" : "");
    return Printable.of(message);
  }

  /** {@return the run asked for; empty if no particular one was} */
  public final Optional<SessionId> sessionId() {
    return Optional.ofNullable(sessionId).map(SessionId::new);
  }

  /** {@return the HTTP status of the response; empty if there was no response, or no HTTP} */
  public final OptionalInt httpStatus() {
    return httpStatus == NO_STATUS ? OptionalInt.empty() : OptionalInt.of(httpStatus);
  }

  /** {@return whether the same call can succeed later, with nothing changed by the caller} */
  public final boolean isRetryable() {
    return retryable;
  }

  /** {@return how many times the platform was asked; more than once only by those who retry} */
  public final int attempts() {
    return attempts;
  }

  /** {@return how long the next attempt would have had to wait; empty if there was time for it} */
  public final Optional<Duration> neededWait() {
    return Optional.ofNullable(neededWait);
  }

  /** {@return how much time was left for that; empty if there was enough} */
  public final Optional<Duration> timeLeft() {
    return Optional.ofNullable(timeLeft);
  }

  /**
   * Copies the exception for those who retry.
   *
   * @param made how many times the platform was asked
   * @return the same exception, cause, suppressed exceptions and stack trace included, with that
   *     number
   * @throws IllegalArgumentException if the number is not positive
   */
  public final RunResultsException withAttempts(int made) {
    return made == attempts && neededWait == null ? this : copied(made, null, null);
  }

  /**
   * Copies the exception for those who retry, when there was no time for another attempt.
   *
   * @param made how many times the platform was asked
   * @param needed how long the next attempt would have had to wait
   * @param left how much time there was
   * @return the same exception, cause, suppressed exceptions and stack trace included, with these
   *     figures
   * @throws IllegalArgumentException if the number is not positive
   */
  public final RunResultsException withAttempts(int made, Duration needed, Duration left) {
    return copied(
        made, Objects.requireNonNull(needed, "needed"), Objects.requireNonNull(left, "left"));
  }

  private RunResultsException copied(int made, @Nullable Duration needed, @Nullable Duration left) {
    if (made < 1) {
      throw new IllegalArgumentException("at least one attempt was made, not " + made);
    }
    return copy(new Attempts(made, needed, left));
  }

  /** {@return what happened, with the attempts made if there were several} */
  @Override
  public final String getMessage() {
    return what()
        + (attempts == 1 ? "" : "; asked " + attempts + " times")
        + (neededWait == null
            ? ""
            : "; would have to wait " + neededWait + ", " + timeLeft + " are left");
  }
}
