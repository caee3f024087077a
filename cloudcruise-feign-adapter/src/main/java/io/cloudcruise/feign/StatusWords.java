package io.cloudcruise.feign;

import static io.cloudcruise.core.model.RunStatus.Meaning.FAILED;
import static io.cloudcruise.core.model.RunStatus.Meaning.PAUSED;
import static io.cloudcruise.core.model.RunStatus.Meaning.QUEUED;
import static io.cloudcruise.core.model.RunStatus.Meaning.REQUEUED;
import static io.cloudcruise.core.model.RunStatus.Meaning.RUNNING;
import static io.cloudcruise.core.model.RunStatus.Meaning.STOPPED;
import static io.cloudcruise.core.model.RunStatus.Meaning.SUCCEEDED;
import static io.cloudcruise.core.model.RunStatus.Meaning.UNKNOWN;
import static io.cloudcruise.core.model.RunStatus.Meaning.WAITING_FOR_INPUT;

import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Meaning;
import java.util.HashMap;
import java.util.Map;

/** The words that any source ever used for a status. */
final class StatusWords {
  /** Those that the documentation lists today, one for each meaning. */
  private static final Map<Meaning, String> CANONICAL =
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
  private static final Map<String, Meaning> ALSO_SEEN =
      Map.of(
          "execution.pause", PAUSED,
          "execution.started", RUNNING,
          "execution.step", RUNNING,
          "execution.interrupted", STOPPED,
          "Success", SUCCEEDED);

  private static final Map<String, Meaning> MEANINGS = new HashMap<>(ALSO_SEEN);

  static {
    CANONICAL.forEach((meaning, word) -> MEANINGS.put(word, meaning));
  }

  private StatusWords() {}

  static RunStatus read(String word) {
    return new RunStatus(word, meaning(word));
  }

  /** The word it came in, or today's word for a status that did not come from the platform. */
  static String write(RunStatus status) {
    return meaning(status.spelling()) == status.meaning()
        ? status.spelling()
        : CANONICAL.getOrDefault(status.meaning(), status.spelling());
  }

  private static Meaning meaning(String word) {
    return MEANINGS.getOrDefault(word, UNKNOWN);
  }
}
