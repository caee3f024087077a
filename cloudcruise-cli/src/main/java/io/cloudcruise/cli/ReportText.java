package io.cloudcruise.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes text from elsewhere fit for a page: harmless, of several lines, and bounded. */
final class ReportText {
  private static final int LONGEST = 4_000;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_LINES = 200;

  /** What is meant for a line of a terminal is cut off at twice as much. */
  private static final int PIECE = 1_000;

  private ReportText() {}

  /** {@return the text, cut off where nobody would read on; it says how much is left out} */
  static String of(String text) {
    return lines(cut(text, LONGEST));
  }

  /** {@return the text on one line} */
  static String name(String text) {
    return harmless(cut(text, LONGEST_NAME)).strip();
  }

  /** {@return a value in a short spelling of JSON, cut off likewise} */
  static String ofValue(@Nullable Object value, int longest) {
    if (value instanceof String text) {
      return lines(cut(text, longest));
    }
    String text = PlainText.of(value, longest);
    return lines(
        text.length() > longest ? text.substring(0, end(text, longest)) + " … and more" : text);
  }

  private static String lines(String text) {
    List<String> lines = text.lines().toList();
    String shown =
        lines.stream()
            .limit(MOST_LINES)
            .map(ReportText::harmless)
            .collect(Collectors.joining("\n"));
    int more = lines.size() - MOST_LINES;
    return more > 0 ? shown + "\n… " + Counted.of(more, "more line", "more lines") : shown;
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = end(text, longest);
    String more = Counted.of(text.length() - end, "more character", "more characters");
    return text.substring(0, end) + " … " + more;
  }

  /** {@return where to cut so that no pair of surrogates is torn apart} */
  private static int end(String text, int wanted) {
    return Character.isHighSurrogate(text.charAt(wanted - 1)) ? wanted - 1 : wanted;
  }

  private static String harmless(String line) {
    StringBuilder safe = new StringBuilder();
    int from = 0;
    while (from < line.length()) {
      int to = line.length() - from > PIECE ? end(line, from + PIECE) : line.length();
      safe.append(SafeText.line(line.substring(from, to)));
      from = to;
    }
    return safe.toString();
  }
}
