package io.cloudcruise.core.port;

import java.util.regex.Pattern;

/** Makes messages fit for one line of a log: nothing in them can start another. */
final class Printable {
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private Printable() {}

  static String of(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("?");
  }
}
