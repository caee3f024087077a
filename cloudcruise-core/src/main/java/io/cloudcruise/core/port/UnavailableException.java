package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SessionId;
import java.io.Serial;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The platform could not be reached, or could not do its work. */
public final class UnavailableException extends RunResultsException {
  @Serial private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final @Nullable Duration retryAfter;

  /**
   * Describes a response that says that the platform cannot do its work.
   *
   * @param sessionId the run asked for; empty if no particular one was
   * @param httpStatus the status answered
   * @param retryAfter how long the platform asks the caller to wait; empty if it does not say
   */
  public UnavailableException(
      Optional<SessionId> sessionId, int httpStatus, Optional<Duration> retryAfter) {
    this(sessionId, OptionalInt.of(httpStatus), Reason.SERVER_ERROR, retryAfter, null);
  }

  /**
   * Describes a platform that did not answer.
   *
   * @param sessionId the run asked for; empty if no particular one was
   * @param reason why there is no response
   * @param cause what happened underneath; must hold no secret
   */
  public UnavailableException(
      Optional<SessionId> sessionId, Reason reason, @Nullable Throwable cause) {
    this(sessionId, OptionalInt.empty(), reason, Optional.empty(), cause);
  }

  private UnavailableException(
      Optional<SessionId> sessionId,
      OptionalInt httpStatus,
      Reason reason,
      Optional<Duration> retryAfter,
      @Nullable Throwable cause) {
    super(sessionId, httpStatus, reason.retryable, what(reason, retryAfter), cause);
    this.reason = Objects.requireNonNull(reason, "reason");
    this.retryAfter = retryAfter.orElse(null);
  }

  private UnavailableException(UnavailableException original, Attempts attempts) {
    super(original, attempts);
    this.reason = original.reason;
    this.retryAfter = original.retryAfter;
  }

  @Override
  UnavailableException copy(Attempts attempts) {
    return new UnavailableException(this, attempts);
  }

  private static String what(Reason reason, Optional<Duration> retryAfter) {
    return "platform unavailable: "
        + reason.words
        + retryAfter.map(wait -> ", retry after " + wait).orElse("");
  }

  /** {@return why} */
  public Reason reason() {
    return reason;
  }

  /** {@return how long the platform asks the caller to wait; empty if it does not say} */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Why the platform is unavailable. */
  public enum Reason {
    /** It answered that it cannot do its work (5xx, 408, 421, 425). */
    SERVER_ERROR(true, "it cannot do its work"),
    /** No connection came about: name not resolved, connection refused, proxy in the way. */
    CANNOT_CONNECT(true, "cannot connect"),
    /** The connection broke before the response was complete. */
    CONNECTION_LOST(true, "the connection broke before the response was complete"),
    /** No trusted connection came about. Asking again does not help: check certificates. */
    NOT_TRUSTED(false, "no trusted TLS connection, check certificates and trust store"),
    /** The adapter was closed while the call was under way. Asking it again does not help. */
    CLOSED(false, "the adapter was closed during the call");

    private final boolean retryable;
    private final String words;

    Reason(boolean retryable, String words) {
      this.retryable = retryable;
      this.words = words;
    }
  }
}
