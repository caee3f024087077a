package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SessionId;
import java.io.Serial;
import java.time.Duration;
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
  private int attempts = 1;
  private @Nullable Duration wait;
  private @Nullable Duration timeLeft;

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

  /**
   * Notes how many times the platform was asked. Only for those who retry, before they throw it.
   *
   * @param made the attempts made
   */
  public final void noteAttempts(int made) {
    attempts = made;
  }

  /**
   * Notes that there was no time for another attempt. Only for those who retry, before they throw
   * it.
   *
   * @param needed how long the next attempt would have had to wait
   * @param left how much time there was
   */
  public final void noteTooLate(Duration needed, Duration left) {
    wait = needed;
    timeLeft = left;
  }

  /** {@return what happened, with the attempts made if there were several} */
  @Override
  public final String getMessage() {
    return super.getMessage()
        + (attempts == 1 ? "" : "; asked " + attempts + " times")
        + (wait == null ? "" : "; would have to wait " + wait + ", " + timeLeft + " are left");
  }
}
