package io.cloudcruise.cli;

import io.cloudcruise.core.model.Classification;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what went wrong: first what was not recovered, each in the order sent. */
final class ErrorsView {
  private static final int MOST = 5;

  private final Page page;

  ErrorsView(Page page) {
    this.page = page;
  }

  void show(RunResults results) {
    if (results.errors().isEmpty()) {
      return;
    }
    page.heading("ERRORS", Counted.number(results.errors().size()));
    Stream.concat(results.unrecoveredErrors().stream(), results.recoveredErrors().stream())
        .limit(MOST)
        .forEach(this::error);
    int more = results.errors().size() - MOST;
    if (more > 0) {
      page.line(2, Span.faint("… " + Counted.number(more) + " more: see --json"));
    }
  }

  private void error(RunError error) {
    Span mark =
        error.recovered() ? new Span("✓ recovered: ", Style.GOOD) : new Span("✗ ", Style.BAD);
    String message = error.message().orElse("an error without a message");
    List<String> lines =
        Width.wrap(SafeText.line(message), Page.WIDTH - 2 - Width.of(mark.text()), 3);
    page.line(2, mark, new Span(lines.get(0), Style.STRONG));
    for (String line : lines.subList(1, lines.size())) {
      page.line(2 + Width.of(mark.text()), new Span(line, Style.STRONG));
    }
    page.facts(4, facts(error));
  }

  private static List<Fact> facts(RunError error) {
    List<Fact> facts = new ArrayList<>();
    facts.add(advice(error));
    error.classification().ifPresent(made -> facts.addAll(classified(made)));
    add(facts, "action", joined(error.actionName(), error.actionType()));
    add(facts, "page", error.pageUrl());
    add(facts, "original", error.originalError());
    add(facts, "when", error.timestamp().map(TimeWords::moment));
    add(facts, "code", error.code());
    return facts;
  }

  private static Fact advice(RunError error) {
    String words = AdviceWords.of(error.advice());
    return error.recovered()
        ? Fact.plain("advice", "none now, the run got past it; if it comes back: " + words)
        : Fact.plain("advice", words);
  }

  private static List<Fact> classified(Classification made) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.plain("class", made.toString()));
    add(facts, "analysis", made.description());
    return facts;
  }

  private static Optional<String> joined(Optional<?>... parts) {
    String joined =
        Stream.of(parts)
            .flatMap(Optional::stream)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
  }

  private static void add(List<Fact> facts, String label, Optional<?> value) {
    value.ifPresent(present -> facts.add(Fact.plain(label, present.toString())));
  }
}
