package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import java.util.ArrayList;
import java.util.List;

/** Says in one line how the run ended, and below it what run it is and what to do. */
final class SummaryView {
  private final Page page;

  SummaryView(Page page) {
    this.page = page;
  }

  void show(RunResults results) {
    Verdict verdict = Verdict.of(results.status());
    List<String> remarks = remarks(results);
    page.line(
        0,
        new Span(verdict.headline(), verdict.style()),
        Span.plain(remarks.isEmpty() ? "" : "  " + String.join(", ", remarks)));
    page.blank();
    page.facts(2, facts(results));
  }

  /** {@return what is to be said beside how the run ended} */
  static List<String> remarks(RunResults results) {
    List<String> remarks = new ArrayList<>(Verdict.of(results.status()).remarks());
    if (!results.errors().isEmpty() || results.wasRecovered()) {
      remarks.add(Counted.errors(results));
    }
    return remarks;
  }

  private static List<Fact> facts(RunResults results) {
    List<Fact> facts = new ArrayList<>();
    todo(results).forEach(advice -> facts.add(new Fact("to do", advice, Style.STRONG)));
    facts.add(Fact.plain("run", results.sessionId().value()));
    facts.add(Fact.plain("status", results.status().rawValue()));
    results.workflowId().ifPresent(id -> facts.add(Fact.plain("workflow", id.value())));
    results.retries().ifPresent(count -> facts.add(Fact.plain("retries", Counted.number(count))));
    return facts;
  }

  /** What to do about a run that ended badly; while it goes on, nothing is lost yet. */
  static List<String> todo(RunResults results) {
    if (results.status().kind() != RunStatus.Kind.FAILED) {
      return List.of();
    }
    return results.unrecoveredErrors().stream()
        .map(RunError::advice)
        .distinct()
        .map(AdviceWords::of)
        .toList();
  }
}
