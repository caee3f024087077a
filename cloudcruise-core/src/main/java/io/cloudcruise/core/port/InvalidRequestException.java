package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SessionId;
import java.io.Serial;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The platform does not accept the request as it is (400, 422, or another 4xx that no other type
 * covers). Mostly the session id is not one of the platform's.
 */
public final class InvalidRequestException extends RunResultsException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Describes a request that was not accepted.
   *
   * @param sessionId the run asked for; empty if no particular one was
   * @param httpStatus the status answered
   */
  public InvalidRequestException(Optional<SessionId> sessionId, int httpStatus) {
    super(
        sessionId,
        OptionalInt.of(httpStatus),
        false,
        "the platform does not accept the request: check the session id",
        null);
  }

  private InvalidRequestException(InvalidRequestException original, Attempts attempts) {
    super(original, attempts);
  }

  @Override
  InvalidRequestException copy(Attempts attempts) {
    return new InvalidRequestException(this, attempts);
  }
}
