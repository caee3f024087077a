package io.cloudcruise.jackson;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.time.Deadline;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What an exception about a response has to say of it.
 *
 * @param requested the run asked for; null if a saved document is read
 * @param status the HTTP status; {@link #NO_STATUS} if a saved document is read
 * @param deadline when decoding has to be over; null for never
 */
record ResponseContext(@Nullable SessionId requested, int status, @Nullable Deadline deadline) {
  static final int NO_STATUS = 0;

  /** A document that was saved: nobody asked for a run, and nobody waits. */
  static final ResponseContext SAVED = new ResponseContext(null, NO_STATUS, null);

  boolean isSaved() {
    return requested == null;
  }

  Optional<SessionId> asked() {
    return Optional.ofNullable(requested);
  }

  ContractViolationException violation(String path, String expected, String found) {
    OptionalInt httpStatus = status == NO_STATUS ? OptionalInt.empty() : OptionalInt.of(status);
    return new ContractViolationException(asked(), httpStatus, path, expected, found);
  }

  void checkTime(Phase phase) {
    if (deadline != null && requested != null && deadline.isOver()) {
      throw new DeadlineExceededException(Optional.of(requested), phase, deadline.allowed(), null);
    }
  }
}
