package io.cloudcruise.core.wait;

import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.SessionId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a wait stands after a look.
 *
 * @param sessionId the run waited for
 * @param status its status; empty if it has not been seen yet
 * @param changed whether the status is another than at the look before
 * @param waited how long the wait has taken so far
 * @param looks how many times the platform was asked
 * @param nextLook in how long it will be asked again; empty if it will not be
 */
public record WaitProgress(
    SessionId sessionId,
    Optional<RunStatus> status,
    boolean changed,
    Duration waited,
    int looks,
    Optional<Duration> nextLook) {
  public WaitProgress {
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(waited, "waited");
    Objects.requireNonNull(nextLook, "nextLook");
  }
}
