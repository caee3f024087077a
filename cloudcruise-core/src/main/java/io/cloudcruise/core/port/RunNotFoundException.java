package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SessionId;
import java.io.Serial;
import java.util.Optional;
import java.util.OptionalInt;

/** The platform knows no such run. It may also hide a run of another workspace in this way. */
public final class RunNotFoundException extends RunResultsException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Describes a run that is not there.
   *
   * @param sessionId the run asked for
   */
  public RunNotFoundException(SessionId sessionId) {
    super(
        Optional.of(sessionId), OptionalInt.empty(), false, "the platform knows no such run", null);
  }

  private RunNotFoundException(RunNotFoundException original, Attempts attempts) {
    super(original, attempts);
  }

  @Override
  RunNotFoundException copy(Attempts attempts) {
    return new RunNotFoundException(this, attempts);
  }
}
