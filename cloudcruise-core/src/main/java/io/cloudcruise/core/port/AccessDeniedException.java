package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SessionId;
import java.io.Serial;
import java.util.Optional;
import java.util.OptionalInt;

/** The platform does not accept the API key (401), or not for this run (403). Check the key. */
public final class AccessDeniedException extends RunResultsException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Describes an error response.
   *
   * @param sessionId the run asked for; empty if no particular one was
   * @param httpStatus the status answered
   */
  public AccessDeniedException(Optional<SessionId> sessionId, int httpStatus) {
    super(sessionId, OptionalInt.of(httpStatus), false, what(httpStatus), null);
  }

  private AccessDeniedException(AccessDeniedException original, Attempts attempts) {
    super(original, attempts);
  }

  @Override
  AccessDeniedException copy(Attempts attempts) {
    return new AccessDeniedException(this, attempts);
  }

  private static String what(int httpStatus) {
    return httpStatus == 403
        ? "access denied: the API key is not allowed to read this run"
        : "access denied: the platform does not accept the API key";
  }
}
