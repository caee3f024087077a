package io.cloudcruise.feign;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.ContractViolation;
import io.cloudcruise.core.port.DeadlineExceeded.Phase;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer comes from, which is what an exception about it has to say.
 *
 * @param call the call that it answers; null if it was saved
 * @param status its HTTP status; {@link #NO_STATUS} if it was saved, or was no HTTP
 */
record Origin(@Nullable Call call, int status) {
  static final int NO_STATUS = 0;
  static final Origin SAVED = new Origin(null, NO_STATUS);

  static Origin of(Call call, int status) {
    return new Origin(call, status);
  }

  boolean isSaved() {
    return call == null;
  }

  Optional<SessionId> asked() {
    return call == null ? Optional.empty() : Optional.of(call.sessionId());
  }

  ContractViolation violation(String path, String expected, String found) {
    OptionalInt httpStatus = status == NO_STATUS ? OptionalInt.empty() : OptionalInt.of(status);
    return new ContractViolation(asked(), httpStatus, path, expected, found);
  }

  void checkTime(Phase phase) {
    if (call != null && call.deadline().isOver()) {
      throw call.exceeded(phase, null);
    }
  }
}
