package io.cloudcruise.core.wait;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.WorkflowId;
import io.cloudcruise.core.port.RunResultsException;
import java.time.Duration;
import java.util.Optional;

/**
 * What the looks of one wait have shown. All times are counted from the beginning of the wait.
 *
 * @param last the newest results; once the run has ended, the newest that say so
 * @param refusal what the last look met; empty if it was answered
 * @param looks how many there were
 * @param refusals how many of them, the last ones, were refused in a row
 * @param firstSeen when the run was first found
 * @param lastUnfinished when it was last found unfinished; empty if never
 */
record Sightings(
    Optional<RunResults> last,
    Optional<RunResultsException> refusal,
    int looks,
    int refusals,
    Duration firstSeen,
    Optional<Duration> lastUnfinished) {
  static final Sightings NONE =
      new Sightings(Optional.empty(), Optional.empty(), 0, 0, Duration.ZERO, Optional.empty());

  Sightings saw(RunResults results, Duration now) {
    boolean terminal = results.status().isTerminal();
    return new Sightings(
        hasEnded() && !terminal ? last : Optional.of(results),
        Optional.empty(),
        looks + 1,
        0,
        last.isEmpty() ? now : firstSeen,
        terminal ? lastUnfinished : Optional.of(now));
  }

  Sightings sawNothing() {
    return new Sightings(last, Optional.empty(), looks + 1, 0, firstSeen, lastUnfinished);
  }

  Sightings wasRefused(RunResultsException by) {
    return new Sightings(last, Optional.of(by), looks + 1, refusals + 1, firstSeen, lastUnfinished);
  }

  boolean hasEnded() {
    return last.filter(results -> results.status().isTerminal()).isPresent();
  }

  Optional<RunStatus> status() {
    return last.map(RunResults::status);
  }

  Optional<WorkflowId> workflow() {
    return last.flatMap(RunResults::workflowId);
  }
}
