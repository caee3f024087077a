package io.cloudcruise.feign;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where a response comes from, which is what an exception about it has to say.
 *
 * @param call the call that it answers; null if it was saved
 * @param status its HTTP status; {@link #NO_STATUS} if it was saved, or was no HTTP
 */
record ResponseContext(@Nullable Call call, int status) {
  static final int NO_STATUS = 0;
  static final ResponseContext SAVED = new ResponseContext(null, NO_STATUS);

  static ResponseContext of(Call call, int status) {
    return new ResponseContext(call, status);
  }

  boolean isSaved() {
    return call == null;
  }

  Optional<SessionId> asked() {
    return call == null ? Optional.empty() : Optional.of(call.sessionId());
  }

  ContractViolationException violation(String path, String expected, String found) {
    OptionalInt httpStatus = status == NO_STATUS ? OptionalInt.empty() : OptionalInt.of(status);
    return new ContractViolationException(asked(), httpStatus, path, expected, found);
  }

  void checkTime(Phase phase) {
    if (call != null && call.deadline().isOver()) {
      throw call.exceeded(phase, null);
    }
  }
}
