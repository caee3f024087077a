package io.cloudcruise.core.model;

import java.util.regex.Pattern;

/** Makes text from the platform fit for one line of a log: nothing in it can start another. */
final class Printable {
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private Printable() {}

  static String of(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("?");
  }
}
