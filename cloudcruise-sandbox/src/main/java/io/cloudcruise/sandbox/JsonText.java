package io.cloudcruise.sandbox;

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
      escaped.append("\\u%04x".formatted((int) c));
    } else {
      escaped.append(c);
    }
  }
}
