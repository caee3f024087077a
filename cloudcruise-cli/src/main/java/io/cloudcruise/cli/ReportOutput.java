package io.cloudcruise.cli;

import io.cloudcruise.cli.ReportPage.Node;
import io.cloudcruise.cli.ReportPage.Table;
import io.cloudcruise.core.model.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays the output out: lists of objects as tables, all else as a tree that folds. */
final class ReportOutput {
  private static final int MOST_ROWS = 1_000;
  private static final int MOST_COLUMNS = 40;
  private static final int MOST_CHILDREN = 500;
  private static final int DEEPEST = 24;
  private static final int OPEN_DEPTH = 2;
  private static final int OPEN_CHILDREN = 40;
  private static final int LONGEST_CELL = 1_000;
  private static final int LONGEST_TEXT = 8_000;

  private int nodesLeft = 20_000;

  private ReportOutput() {}

  static Node of(JsonText output) {
    return new ReportOutput().node("output", OutputView.plain(output), 0);
  }

  private Node node(String name, @Nullable Object value, int depth) {
    nodesLeft--;
    if (value instanceof List<?> list && OutputView.isTable(list)) {
      String rows = Counted.of(list.size(), "row", "rows");
      return new Node(
          ReportText.name(name), "", rows, depth < OPEN_DEPTH, List.of(), Optional.of(table(list)));
    }
    List<Node> children = depth < DEEPEST ? children(value, depth) : List.of();
    if (children.isEmpty()) {
      String text = ReportText.ofValue(value, LONGEST_TEXT);
      return new Node(ReportText.name(name), text, "", false, List.of(), Optional.empty());
    }
    boolean open = depth < OPEN_DEPTH && children.size() <= OPEN_CHILDREN;
    return new Node(ReportText.name(name), "", summary(value), open, children, Optional.empty());
  }

  private static String summary(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? Counted.of(map.size(), "field", "fields")
        : Counted.of(value instanceof List<?> list ? list.size() : 0, "element", "elements");
  }

  private List<Node> children(@Nullable Object value, int depth) {
    List<Node> children = new ArrayList<>();
    int all = 0;
    if (value instanceof Map<?, ?> map) {
      all = map.size();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        add(children, String.valueOf(entry.getKey()), entry.getValue(), depth);
      }
    } else if (value instanceof List<?> list) {
      all = list.size();
      for (int i = 0; i < all; i++) {
        add(children, String.valueOf(i + 1), list.get(i), depth);
      }
    }
    if (children.size() < all) {
      String more = Counted.number(all - children.size()) + " more";
      children.add(new Node("…", more, "", false, List.of(), Optional.empty()));
    }
    return children;
  }

  private void add(List<Node> children, String name, @Nullable Object value, int depth) {
    if (children.size() < MOST_CHILDREN && nodesLeft > 0) {
      children.add(node(name, value, depth + 1));
    }
  }

  private static Table table(List<?> list) {
    List<? extends Map<?, ?>> rows =
        list.stream().limit(MOST_ROWS).map(row -> (Map<?, ?>) row).toList();
    Set<Object> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.keySet()));
    List<Object> columns = names.stream().limit(MOST_COLUMNS).toList();
    return new Table(
        columns.stream().map(name -> ReportText.name(String.valueOf(name))).toList(),
        rows.stream().map(row -> columns.stream().map(name -> cell(row, name)).toList()).toList(),
        more(list.size() - rows.size(), names.size() - columns.size()));
  }

  private static String cell(Map<?, ?> row, Object column) {
    return row.containsKey(column) ? ReportText.ofValue(row.get(column), LONGEST_CELL) : "";
  }

  private static String more(int rows, int columns) {
    List<String> more = new ArrayList<>();
    if (rows > 0) {
      more.add(Counted.of(rows, "more row", "more rows"));
    }
    if (columns > 0) {
      more.add(Counted.of(columns, "more column", "more columns"));
    }
    return more.isEmpty()
        ? ""
        : String.join(" and ", more) + ", not shown here: cloudcruise results --json has all";
  }
}
