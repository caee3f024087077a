package io.cloudcruise.jackson;

import static io.cloudcruise.core.model.RunStatus.Kind.FAILED;
import static io.cloudcruise.core.model.RunStatus.Kind.PAUSED;
import static io.cloudcruise.core.model.RunStatus.Kind.QUEUED;
import static io.cloudcruise.core.model.RunStatus.Kind.REQUEUED;
import static io.cloudcruise.core.model.RunStatus.Kind.RUNNING;
import static io.cloudcruise.core.model.RunStatus.Kind.STOPPED;
import static io.cloudcruise.core.model.RunStatus.Kind.SUCCEEDED;
import static io.cloudcruise.core.model.RunStatus.Kind.UNKNOWN;
import static io.cloudcruise.core.model.RunStatus.Kind.WAITING_FOR_INPUT;

import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import java.util.HashMap;
import java.util.Map;

/** The words that any source ever used for a status. */
final class StatusWords {
  /** Those that the documentation lists today, one for each meaning. */
  private static final Map<Kind, String> CANONICAL =
      Map.of(
          QUEUED, "execution.queued",
          RUNNING, "execution.start",
          REQUEUED, "execution.requeued",
          PAUSED, "execution.paused",
          WAITING_FOR_INPUT, "execution.input_required",
          SUCCEEDED, "execution.success",
          FAILED, "execution.failed",
          STOPPED, "execution.stopped");

  /** Those of the official clients, of their tests, and of older documentation. */
  private static final Map<String, Kind> ALSO_SEEN =
      Map.of(
          "execution.pause", PAUSED,
          "execution.started", RUNNING,
          "execution.step", RUNNING,
          "execution.interrupted", STOPPED,
          "Success", SUCCEEDED);

  private static final Map<String, Kind> MEANINGS = new HashMap<>(ALSO_SEEN);

  static {
    CANONICAL.forEach((kind, word) -> MEANINGS.put(word, kind));
  }

  private StatusWords() {}

  static RunStatus read(String word) {
    return new RunStatus(word, kind(word));
  }

  /** The word it came in, or today's word for a status that did not come from the platform. */
  static String write(RunStatus status) {
    return kind(status.rawValue()) == status.kind()
        ? status.rawValue()
        : CANONICAL.getOrDefault(status.kind(), status.rawValue());
  }

  private static Kind kind(String word) {
    return MEANINGS.getOrDefault(word, UNKNOWN);
  }
}
