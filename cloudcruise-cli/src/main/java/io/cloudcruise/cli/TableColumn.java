package io.cloudcruise.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table.
 *
 * @param cells as they are shown, one for each row
 * @param nested whether a cell is an object or a list, which reads badly in a table
 * @param numeric whether all cells are numbers, which are lined up at their ends
 */
record TableColumn(String header, List<String> cells, boolean nested, boolean numeric) {
  private static final int WIDEST = 40;
  private static final int NARROW = 20;

  static TableColumn of(Object name, List<? extends Map<?, ?>> rows) {
    return new TableColumn(
        shown(name),
        rows.stream().map(row -> cell(row.get(name))).toList(),
        rows.stream().map(row -> row.get(name)).anyMatch(TableColumn::isNested),
        rows.stream().map(row -> row.get(name)).allMatch(Number.class::isInstance));
  }

  private static String cell(@Nullable Object value) {
    return value == null ? "–" : shown(value);
  }

  private static String shown(Object value) {
    return Width.shorten(SafeText.line(PlainText.of(value, WIDEST * 2)).strip(), WIDEST);
  }

  private static boolean isNested(@Nullable Object value) {
    return value instanceof Map || value instanceof List;
  }

  /** {@return whether it says the same in every row} */
  boolean constant() {
    return cells.size() > 1 && cells.stream().distinct().count() == 1;
  }

  /** {@return the width at which nothing is cut off} */
  int natural() {
    int widest = cells.stream().mapToInt(Width::of).max().orElse(0);
    return Math.max(widest, Width.of(header));
  }

  /** {@return the width that it needs to be of use} */
  int needed() {
    return Math.min(natural(), NARROW);
  }

  String fit(String text, int width) {
    String cut = Width.shorten(text, width);
    return numeric ? Width.padStart(cut, width) : Width.padEnd(cut, width);
  }
}
