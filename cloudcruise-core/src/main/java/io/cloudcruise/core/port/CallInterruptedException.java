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
   * @param sessionId the run asked for; empty if no particular one was
   */
  public CallInterruptedException(Optional<SessionId> sessionId) {
    super(sessionId, OptionalInt.empty(), false, "interrupted", null);
  }

  private CallInterruptedException(CallInterruptedException original, Attempts attempts) {
    super(original, attempts);
  }

  @Override
  CallInterruptedException copy(Attempts attempts) {
    return new CallInterruptedException(this, attempts);
  }
}
