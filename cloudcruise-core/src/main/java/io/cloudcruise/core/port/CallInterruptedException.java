package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SessionId;
import java.io.Serial;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The calling thread was interrupted, and the call given up. The thread's interrupt flag is set
 * when this is thrown.
 */
public final class CallInterruptedException extends RunResultsException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Describes a call that was given up.
   *
   * @param sessionId the run asked for
   */
  public CallInterruptedException(SessionId sessionId) {
    super(Optional.of(sessionId), OptionalInt.empty(), false, "interrupted", null);
  }
}
