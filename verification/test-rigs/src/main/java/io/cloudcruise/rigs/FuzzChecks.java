package io.cloudcruise.rigs;

/** What fuzz targets check with: no assertion library, for they check millions of times. */
public final class FuzzChecks {
  private FuzzChecks() {}

  /**
   * Fails unless something is kept.
   *
   * @param kept whether it is
   * @param broken what is wrong if it is not
   */
  public static void require(boolean kept, String broken) {
    if (!kept) {
      throw new AssertionError(broken);
    }
  }

  /** Fails if what a thing prints has characters that cannot be seen, or breaks the line. */
  public static void requireOneLine(Object thing) {
    String text = thing.toString();
    require(text.codePoints().noneMatch(FuzzChecks::isUnprintable), "unprintable");
  }

  /** Fails if lines of text have characters that cannot be seen, or steer a terminal. */
  public static void requirePrintable(String lines) {
    require(lines.codePoints().noneMatch(c -> c != '\n' && isUnprintable(c)), "unprintable");
  }

  /** {@return whether a character cannot be seen, steers a terminal or breaks the line} */
  public static boolean isUnprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
