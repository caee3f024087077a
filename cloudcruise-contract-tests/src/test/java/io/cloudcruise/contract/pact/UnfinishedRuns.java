package io.cloudcruise.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.RunOutcome.Unfinished;
import io.cloudcruise.core.model.RunStatus;
import java.util.List;

/** Runs that go on. */
final class UnfinishedRuns {
  private UnfinishedRuns() {}

  static List<Meaning> meanings() {
    return List.of(
        meaning("a run that is queued", "queued", "queued", RunStatus.Meaning.QUEUED),
        meaning("a run that is under way", "started", "start", RunStatus.Meaning.RUNNING),
        meaning("a run that is queued again", "requeued", "requeued", RunStatus.Meaning.REQUEUED),
        meaning("a run that is paused", "paused", "paused", RunStatus.Meaning.PAUSED),
        meaning(
            "a run that is paused, in the other spelling",
            "pause",
            "pause",
            RunStatus.Meaning.PAUSED),
        meaning(
            "a run in a status that no documentation names",
            "unknown-status",
            "reviewing",
            RunStatus.Meaning.UNKNOWN));
  }

  private static Meaning meaning(
      String description, String scenario, String word, RunStatus.Meaning expected) {
    String spelling = "execution." + word;
    return new Meaning(
        description,
        scenario,
        Answer.run(scenario, spelling, Answer::basics),
        Claim.results(
            run ->
                assertThat(run.outcome())
                    .isEqualTo(new Unfinished(new RunStatus(spelling, expected)))));
  }
}
