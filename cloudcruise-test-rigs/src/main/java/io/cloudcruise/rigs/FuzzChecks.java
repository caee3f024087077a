package io.cloudcruise.rigs;

/** What fuzz targets check with: plain comparisons, for it is done millions of times. */
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

  /** Fails if a text breaks the line, or does anything else than to stand there. */
  public static void requireOneLine(String text) {
    require(text.codePoints().noneMatch(FuzzChecks::isUnprintable), "unprintable");
  }

  /** {@return whether a character steers a terminal, cannot be seen or breaks the line} */
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
