package io.cloudcruise.core.wait;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.WorkflowId;
import io.cloudcruise.core.port.RunResultsException;
import java.time.Duration;
import java.util.Optional;

/**
 * What the polls of one wait have shown. All times are counted from the beginning of the wait.
 *
 * @param last the newest results; once the run has ended, the newest that say so
 * @param failure what the last poll met; empty if it succeeded
 * @param polls how many there were
 * @param failures how many of them, the last ones, failed in a row
 * @param firstSeen when the run was first found
 * @param lastUnfinished when it was last found unfinished; empty if never
 */
record PollState(
    Optional<RunResults> last,
    Optional<RunResultsException> failure,
    int polls,
    int failures,
    Duration firstSeen,
    Optional<Duration> lastUnfinished) {
  static final PollState NONE =
      new PollState(Optional.empty(), Optional.empty(), 0, 0, Duration.ZERO, Optional.empty());

  PollState saw(RunResults results, Duration now) {
    boolean terminal = results.status().isTerminal();
    return new PollState(
        hasEnded() && !terminal ? last : Optional.of(results),
        Optional.empty(),
        polls + 1,
        0,
        last.isEmpty() ? now : firstSeen,
        terminal ? lastUnfinished : Optional.of(now));
  }

  PollState sawNothing() {
    return new PollState(last, Optional.empty(), polls + 1, 0, firstSeen, lastUnfinished);
  }

  PollState failed(RunResultsException by) {
    return new PollState(last, Optional.of(by), polls + 1, failures + 1, firstSeen, lastUnfinished);
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
