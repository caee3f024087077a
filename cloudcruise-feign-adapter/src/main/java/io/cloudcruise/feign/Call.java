package io.cloudcruise.feign;

import feign.Request;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.time.Deadline;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One call: which run, and until when. Feign hands it through to the client as its options. */
final class Call extends Request.Options {
  private final SessionId sessionId;
  private final Deadline deadline;

  Call(SessionId sessionId, Duration allowed) {
    super(millis(allowed), TimeUnit.MILLISECONDS, millis(allowed), TimeUnit.MILLISECONDS, false);
    this.sessionId = Objects.requireNonNull(sessionId, "sessionId");
    this.deadline = Deadline.in(allowed);
  }

  /** Never zero, which clients take for no timeout. */
  private static long millis(Duration allowed) {
    return Math.max(1, allowed.toMillis());
  }

  SessionId sessionId() {
    return sessionId;
  }

  Deadline deadline() {
    return deadline;
  }

  DeadlineExceededException exceeded(Phase phase, @Nullable Throwable cause) {
    return new DeadlineExceededException(Optional.of(sessionId), phase, deadline.allowed(), cause);
  }
}
