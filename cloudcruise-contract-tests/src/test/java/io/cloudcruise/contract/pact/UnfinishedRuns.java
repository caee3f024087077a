package io.cloudcruise.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.RunOutcome.Unfinished;
import io.cloudcruise.core.model.RunStatus;
import java.util.List;

/** Runs that go on. */
final class UnfinishedRuns {
  private UnfinishedRuns() {}

  static List<Kind> kinds() {
    return List.of(
        kind("a run that is queued", "queued", "queued", RunStatus.Kind.QUEUED),
        kind("a run that is under way", "started", "start", RunStatus.Kind.RUNNING),
        kind("a run that is queued again", "requeued", "requeued", RunStatus.Kind.REQUEUED),
        kind("a run that is paused", "paused", "paused", RunStatus.Kind.PAUSED),
        kind(
            "a run that is paused, in the other spelling", "pause", "pause", RunStatus.Kind.PAUSED),
        kind(
            "a run in a status that no documentation names",
            "unknown-status",
            "reviewing",
            RunStatus.Kind.UNKNOWN));
  }

  private static Kind kind(
      String description, String scenario, String word, RunStatus.Kind expected) {
    String rawValue = "execution." + word;
    return new Kind(
        description,
        scenario,
        Answer.run(scenario, rawValue, Answer::basics),
        Claim.results(
            run ->
                assertThat(run.outcome())
                    .isEqualTo(Unfinished.of(new RunStatus(rawValue, expected)))));
  }
}
