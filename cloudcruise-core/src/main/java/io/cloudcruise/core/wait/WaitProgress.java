package io.cloudcruise.core.wait;

import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.SessionId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a wait stands after a poll.
 *
 * @param sessionId the run waited for
 * @param status its status; empty if it has not been seen yet
 * @param changed whether the status is another than at the look before
 * @param waited how long the wait has taken so far
 * @param polls how many times the platform was asked
 * @param nextPoll in how long it will be asked again; empty if it will not be
 */
public record WaitProgress(
    SessionId sessionId,
    Optional<RunStatus> status,
    boolean changed,
    Duration waited,
    int polls,
    Optional<Duration> nextPoll) {
  public WaitProgress {
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(waited, "waited");
    Objects.requireNonNull(nextPoll, "nextPoll");
  }
}
