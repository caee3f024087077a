package io.cloudcruise.cli;

import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.OutputMismatchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what the workflow produced, shortened: facts line by line, lists of objects as tables. */
final class OutputView {
  private static final int INDENT = 2;
  private static final int MOST_LINES = 60;
  private static final int MOST_ENTRIES = 40;
  private static final int MOST_ELEMENTS = 10;
  private static final int DEEPEST = 3;
  private static final int LINES_OF_TEXT = 4;
  private static final int LONGEST_INLINE = 50;
  private static final int LONGEST_TEXT = 400;

  private final Page page;
  private int end;

  OutputView(Page page) {
    this.page = page;
  }

  void show(JsonText output, boolean complete) {
    Object plain = plain(output);
    if (isEmpty(plain)) {
      page.heading("OUTPUT", "empty");
      return;
    }
    page.heading("OUTPUT", complete ? "" : "as far as the run got");
    end = page.lines() + MOST_LINES;
    block(INDENT, plain, 0);
    if (isFull()) {
      page.line(INDENT, Span.faint("… shortened: --json shows all of it"));
    }
  }

  /** What cannot be read, such as an object with a name twice, is shown as it came. */
  static @Nullable Object plain(JsonText output) {
    try {
      return output.asPlain();
    } catch (OutputMismatchException unreadable) {
      return output.text();
    }
  }

  private static boolean isEmpty(@Nullable Object value) {
    return (value instanceof Map<?, ?> map && map.isEmpty())
        || (value instanceof List<?> list && list.isEmpty());
  }

  private boolean isFull() {
    return page.lines() >= end;
  }

  private void block(int indent, @Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> map && !map.isEmpty() && depth < DEEPEST) {
      object(indent, map, depth);
    } else if (value instanceof List<?> list && isTable(list)) {
      new OutputTable(list.stream().map(row -> (Map<?, ?>) row).toList(), Page.WIDTH - indent)
          .show(page, indent);
    } else if (value instanceof List<?> list && !isInline(list)) {
      list(indent, list);
    } else {
      text(indent, PlainText.of(value, LONGEST_TEXT));
    }
  }

  static boolean isTable(List<?> list) {
    return !list.isEmpty()
        && list.stream().allMatch(row -> row instanceof Map<?, ?> map && !map.isEmpty());
  }

  private void text(int indent, String text) {
    page.paragraph(indent, text, Style.PLAIN, LINES_OF_TEXT);
  }

  private void object(int indent, Map<?, ?> map, int depth) {
    List<Fact> facts = new ArrayList<>();
    map.entrySet().stream()
        .limit(MOST_ENTRIES)
        .forEach(entry -> entry(indent, entry, depth, facts));
    flush(indent, facts);
    if (map.size() > MOST_ENTRIES && !isFull()) {
      String more = Counted.of(map.size() - MOST_ENTRIES, "more field", "more fields");
      page.line(indent, Span.faint("… " + more));
    }
  }

  /**
   * Collects what fits on a line, so that it is lined up, and shows what does not below its name.
   */
  private void entry(int indent, Map.Entry<?, ?> entry, int depth, List<Fact> facts) {
    String name = String.valueOf(entry.getKey());
    Object value = entry.getValue();
    if (isInline(value)) {
      facts.add(Fact.plain(name, PlainText.of(value, LONGEST_TEXT)));
      return;
    }
    flush(indent, facts);
    if (!isFull()) {
      page.line(indent, Span.plain(name), Span.faint(size(value)));
      block(indent + INDENT, value, depth + 1);
    }
  }

  private void flush(int indent, List<Fact> facts) {
    if (!isFull()) {
      page.facts(indent, facts.subList(0, Math.min(facts.size(), end - page.lines())));
    }
    facts.clear();
  }

  private static boolean isInline(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty() || PlainText.of(map, LONGEST_INLINE).length() <= LONGEST_INLINE;
    }
    if (value instanceof List<?> list) {
      return !isTable(list) && PlainText.of(list, LONGEST_INLINE).length() <= LONGEST_INLINE;
    }
    return true;
  }

  private static String size(Object value) {
    return value instanceof List<?> list ? "  " + Counted.number(list.size()) : "";
  }

  private void list(int indent, List<?> list) {
    for (Object element : list.subList(0, Math.min(list.size(), MOST_ELEMENTS))) {
      if (!isFull()) {
        String text = PlainText.of(element, LONGEST_TEXT);
        page.facts(indent, List.of(Fact.plain("-", text)));
      }
    }
    if (list.size() > MOST_ELEMENTS && !isFull()) {
      page.line(indent, Span.faint("… " + Counted.number(list.size() - MOST_ELEMENTS) + " more"));
    }
  }
}
