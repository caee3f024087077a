package io.cloudcruise.cli;

import java.util.stream.Collectors;

/** Makes text from elsewhere fit for a page: harmless, of several lines, and bounded. */
final class ReportText {
  private static final int LONGEST = 4_000;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_LINES = 200;

  private ReportText() {}

  /** {@return the text, cut off where nobody would read on; it says how much is left out} */
  static String of(String text) {
    return cut(text, LONGEST)
        .lines()
        .limit(MOST_LINES)
        .map(ReportText::harmless)
        .collect(Collectors.joining("\n"));
  }

  /** {@return the text on one line} */
  static String name(String text) {
    return SafeText.line(cut(text, LONGEST_NAME)).strip();
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end)
        + " … "
        + Counted.of(text.length() - end, "more character", "more characters");
  }

  /** In pieces, because what is meant for a line of a terminal is cut off sooner. */
  private static String harmless(String line) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < line.length(); i += PIECE) {
      safe.append(SafeText.line(line.substring(i, Math.min(line.length(), i + PIECE))));
    }
    return safe.toString();
  }

  private static final int PIECE = 1_000;
}
