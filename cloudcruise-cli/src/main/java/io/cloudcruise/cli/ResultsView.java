package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunOutcome;
import io.cloudcruise.core.model.RunResults;
import java.time.Clock;

/** Shows results to a person: how the run ended first, then what matters most in that case. */
final class ResultsView {
  private final Page page;
  private final Clock clock;
  private final boolean revealed;

  /**
   * Shows on a page.
   *
   * @param revealed whether secrets are shown in clear
   */
  ResultsView(Page page, Clock clock, boolean revealed) {
    this.page = page;
    this.clock = clock;
    this.revealed = revealed;
  }

  void show(RunResults results) {
    new SummaryView(page).show(results);
    if (results.outcome() instanceof RunOutcome.Failed) {
      new ErrorsView(page).show(results);
      output(results);
    } else {
      output(results);
      new ErrorsView(page).show(results);
    }
    new InputsView(page, revealed).show(results);
    new ArtifactsView(page, clock).show(results);
  }

  private void output(RunResults results) {
    boolean succeeded = results.outcome() instanceof RunOutcome.Succeeded;
    if (results.output().isPresent()) {
      new OutputView(page).show(results.output().get(), succeeded);
    } else if (succeeded) {
      page.heading("OUTPUT", "none");
    }
  }
}
