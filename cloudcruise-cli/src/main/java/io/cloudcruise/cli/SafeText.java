package io.cloudcruise.cli;

/**
 * Makes text from elsewhere harmless to a terminal and keeps it on one line: no control character,
 * escape sequence or line break gets through, nor what turns the direction of writing.
 */
final class SafeText {
  private static final int LONGEST = 2_000;
  private static final int MOST_MARKS = 3;
  private static final int REPLACEMENT = 0xFFFD;

  private SafeText() {}

  /** {@return the text with white space for line breaks, cut off where nobody would read on} */
  static String line(String text) {
    String polled = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    StringBuilder safe = new StringBuilder(polled.length());
    int marks = 0;
    for (int i = 0; i < polled.length(); i += Character.charCount(polled.codePointAt(i))) {
      int c = polled.codePointAt(i);
      marks = isMark(c) ? marks + 1 : 0;
      if (marks <= MOST_MARKS) {
        append(safe, c);
      }
    }
    return safe.append(polled.length() < text.length() ? "…" : "").toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static void append(StringBuilder safe, int c) {
    if (isSpace(c)) {
      safe.append(' ');
    } else if (!isInvisible(c)) {
      safe.appendCodePoint(isUnsafe(c) ? REPLACEMENT : c);
    }
  }

  private static boolean isSpace(int c) {
    return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == 0x85;
  }

  /** Joiners, soft hyphens, byte order marks and variation selectors, which good text has too. */
  private static boolean isInvisible(int c) {
    return c == 0x200C || c == 0x200D || c == 0x00AD || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
  }

  private static boolean isUnsafe(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }
}
