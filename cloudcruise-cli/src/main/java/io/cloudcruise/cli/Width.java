package io.cloudcruise.cli;

import java.util.ArrayList;
import java.util.List;

/** Measures and cuts text by the columns of a terminal that it takes. */
final class Width {
  private static final String CUT = "…";

  /** Ranges, first and last, of characters that take two columns, and of all newer pictures. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, {0x231A, 0x231B}, {0x23E9, 0x23F3}, {0x25FD, 0x25FE}, {0x2614, 0x2615},
    {0x2648, 0x2653}, {0x267F, 0x267F}, {0x2693, 0x2693}, {0x26A1, 0x26A1}, {0x26AA, 0x26AB},
    {0x26BD, 0x26BE}, {0x26C4, 0x26C5}, {0x26CE, 0x26CE}, {0x26D4, 0x26D4}, {0x26EA, 0x26EA},
    {0x26F2, 0x26F5}, {0x26FA, 0x26FD}, {0x2705, 0x2705}, {0x270A, 0x270B}, {0x2728, 0x2728},
    {0x274C, 0x274C}, {0x274E, 0x274E}, {0x2753, 0x2757}, {0x2795, 0x2797}, {0x27B0, 0x27BF},
    {0x2B1B, 0x2B1C}, {0x2B50, 0x2B55}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xA960, 0xA97F},
    {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6},
    {0x16FE0, 0x18CFF}, {0x1AFF0, 0x1B2FF}, {0x1F000, 0x1FAFF}, {0x20000, 0x3FFFD}
  };

  private Width() {}

  static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  private static int of(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || (c >= 0x1160 && c <= 0x11FF)) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  private static boolean isWide(int c) {
    for (int[] range : WIDE) {
      if (c <= range[1]) {
        return c >= range[0];
      }
    }
    return false;
  }

  /** {@return the text, its end cut off where it is wider} */
  static String shorten(String text, int width) {
    return of(text) <= width ? text : head(text, width - 1).stripTrailing() + CUT;
  }

  /** {@return the text, its start cut off where it is wider, for paths tell more at the end} */
  static String shortenStart(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    int start = text.length();
    for (int left = width - 1; start > 0; ) {
      left -= of(text.codePointBefore(start));
      if (left < 0) {
        break;
      }
      start = text.offsetByCodePoints(start, -1);
    }
    return CUT + text.substring(start);
  }

  static String padEnd(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  static String padStart(String text, int width) {
    return " ".repeat(Math.max(0, width - of(text))) + text;
  }

  /** {@return at least one line; the last ends in an ellipsis if more would be needed} */
  static List<String> wrap(String text, int width, int mostLines) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (of(rest) > width && lines.size() < mostLines - 1) {
      String line = lineOf(rest, width);
      lines.add(line.stripTrailing());
      rest = rest.substring(line.length()).stripLeading();
    }
    lines.add(shorten(rest, width));
    return lines;
  }

  /** Breaks at a space, or within a word that no line has room for. */
  private static String lineOf(String text, int width) {
    String head = head(text, width);
    if (text.startsWith(" ", head.length())) {
      return head;
    }
    int space = head.lastIndexOf(' ');
    return space > width / 3 ? head.substring(0, space) : head;
  }

  /** Takes one character at least, so that whoever goes on with the rest gets to an end. */
  private static String head(String text, int width) {
    int end = 0;
    int taken = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      taken += of(c);
      if (taken > width && end > 0) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }
}
