package io.cloudcruise.core.wait;

import io.cloudcruise.core.model.Recording;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.WorkflowId;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.time.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs that move through their statuses in virtual time. */
final class Platform implements RunResultsPort {
  private static final List<Recording> ONE_RECORDING = List.of(Recording.builder().build());

  private final VirtualTimer timer;
  private final Map<SessionId, List<Moment>> runs = new HashMap<>();

  /** When each look was made, of whichever run. */
  final List<Duration> polls = new ArrayList<>();

  private record Moment(Duration from, Function<SessionId, Optional<RunResults>> response) {}

  Platform(VirtualTimer timer) {
    this.timer = timer;
  }

  /** From a number of seconds on, answers in some way. */
  Platform from(long seconds, SessionId id, Function<SessionId, Optional<RunResults>> response) {
    runs.computeIfAbsent(id, unknown -> new ArrayList<>())
        .add(new Moment(Duration.ofSeconds(seconds), response));
    return this;
  }

  Platform from(long seconds, SessionId id, Kind kind) {
    return from(seconds, id, asked -> Optional.of(run(asked, RunStatus.of(kind))));
  }

  Platform refusing(long seconds, SessionId id, Function<SessionId, RunResultsException> failure) {
    return from(
        seconds,
        id,
        asked -> {
          throw failure.apply(asked);
        });
  }

  static RunResults run(SessionId id, RunStatus status) {
    return RunResults.builder(id, status)
        .workflowId(new WorkflowId("a-workflow"))
        .recordings(status.isTerminal() ? ONE_RECORDING : List.of())
        .build();
  }

  @Override
  public Optional<RunResults> find(SessionId sessionId) {
    Duration now = timer.passed();
    polls.add(now);
    Optional<Moment> moment =
        runs.getOrDefault(sessionId, List.of()).stream()
            .filter(each -> each.from().compareTo(now) <= 0)
            .reduce((earlier, later) -> later);
    return moment.flatMap(each -> each.response().apply(sessionId));
  }
}
