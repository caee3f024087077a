package io.cloudcruise.core.credential;

import java.util.HexFormat;

/** Writes text as a string of JSON, byte for byte as JavaScript does. */
final class JsonQuoting {
  private static final HexFormat HEX = HexFormat.of();

  private JsonQuoting() {}

  static String quote(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> append(json, c));
    return json.append('"').toString();
  }

  private static void append(StringBuilder json, int c) {
    switch (c) {
      case '"', '\\' -> json.append('\\').append((char) c);
      case '\b' -> json.append("\\b");
      case '\t' -> json.append("\\t");
      case '\n' -> json.append("\\n");
      case '\f' -> json.append("\\f");
      case '\r' -> json.append("\\r");
      default -> {
        if (c < ' ' || isHalfAPair(c)) {
          json.append("\\u").append(HEX.toHexDigits((char) c));
        } else {
          json.appendCodePoint(c);
        }
      }
    }
  }

  /** UTF-8 has no bytes for it. */
  private static boolean isHalfAPair(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
