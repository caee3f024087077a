package io.cloudcruise.core.internal;

import java.util.regex.Pattern;

/** Makes text fit for one line of a log: nothing in it can start another. */
public final class Printable {
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private Printable() {}

  /**
   * Replaces what does not print.
   *
   * @param text any text
   * @return the text, a question mark in place of each character that does not print
   */
  public static String of(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("?");
  }
}
