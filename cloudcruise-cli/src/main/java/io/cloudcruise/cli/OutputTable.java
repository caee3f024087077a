package io.cloudcruise.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A list of objects as a table of the columns that there is room for. Nested values are left out
 * first, then what is the same in every row, then columns from the right; the first one stays.
 */
final class OutputTable {
  private static final int MOST_ROWS = 10;
  private static final int MOST_COLUMNS = 40;
  private static final String GAP = "  ";

  private final int allRows;
  private final int shownRows;
  private final int room;
  private final List<TableColumn> columns;
  private final List<String> leftOut = new ArrayList<>();

  OutputTable(List<? extends Map<?, ?>> objects, int room) {
    this.allRows = objects.size();
    this.shownRows = Math.min(MOST_ROWS, allRows);
    this.room = room;
    this.columns = columns(objects.subList(0, shownRows));
    while (spare() < 0 && columns.size() > 1) {
      TableColumn worst = worst();
      columns.remove(worst);
      leftOut.add(worst.header());
    }
  }

  private static List<TableColumn> columns(List<? extends Map<?, ?>> rows) {
    Set<Object> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.keySet()));
    return names.stream()
        .limit(MOST_COLUMNS)
        .map(name -> TableColumn.of(name, rows))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private int spare() {
    int needed = columns.stream().mapToInt(column -> column.needed() + GAP.length()).sum();
    return room + GAP.length() - needed;
  }

  private TableColumn worst() {
    List<TableColumn> dispensable = columns.subList(1, columns.size());
    return last(dispensable.stream().filter(TableColumn::nested).toList())
        .or(() -> last(dispensable.stream().filter(TableColumn::constant).toList()))
        .orElseGet(() -> dispensable.get(dispensable.size() - 1));
  }

  private static Optional<TableColumn> last(List<TableColumn> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
  }

  void show(Page page, int indent) {
    int[] widths = widths();
    page.line(indent, Span.faint(row(widths, TableColumn::header)));
    for (int i = 0; i < shownRows; i++) {
      int row = i;
      page.line(indent, Span.plain(row(widths, column -> column.cells().get(row))));
    }
    if (allRows > shownRows) {
      String more = Counted.of(allRows - shownRows, "more row", "more rows");
      page.line(indent, Span.faint("… " + more));
    }
    if (!leftOut.isEmpty()) {
      String names = "no room for " + String.join(", ", leftOut) + ": see --json";
      page.paragraph(indent, names, Style.FAINT, 2);
    }
  }

  /** What is to spare goes to the columns that would be cut off, from the left. */
  private int[] widths() {
    int spare = Math.max(0, spare());
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      TableColumn column = columns.get(i);
      int more = Math.min(spare, column.natural() - column.needed());
      widths[i] = column.needed() + more;
      spare -= more;
    }
    return widths;
  }

  private String row(int[] widths, Function<TableColumn, String> cell) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      TableColumn column = columns.get(i);
      row.append(i == 0 ? "" : GAP).append(column.fit(cell.apply(column), widths[i]));
    }
    return row.toString();
  }
}
