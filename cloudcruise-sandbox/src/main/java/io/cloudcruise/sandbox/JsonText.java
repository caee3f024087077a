package io.cloudcruise.sandbox;

import java.util.Locale;

/** Puts text that came from a client between JSON quotes. */
final class JsonText {

  private JsonText() {}

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.chars().forEach(c -> append(escaped, (char) c));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, char c) {
    if (c == '"' || c == '\\') {
      escaped.append('\\').append(c);
    } else if (c < ' ') {
      escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    } else {
      escaped.append(c);
    }
  }
}
