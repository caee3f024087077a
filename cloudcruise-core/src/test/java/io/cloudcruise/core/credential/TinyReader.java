package io.cloudcruise.core.credential;

import io.cloudcruise.core.model.OutputMismatchException;
import io.cloudcruise.core.model.OutputReader;
import java.lang.reflect.Type;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads strings of JSON, and tells other JSON from what is none well enough for tests. */
final class TinyReader implements OutputReader {
  private static final Pattern STRING =
      Pattern.compile("\"(?:[^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-f]{4})*\"");
  private static final Pattern OTHER =
      Pattern.compile("null|true|false|-?\\d+(?:\\.\\d+)?|\\{.*}|\\[.*]");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|.)");

  @Override
  public Object readPlain(String json) {
    if (STRING.matcher(json).matches()) {
      String inside = json.substring(1, json.length() - 1);
      return ESCAPE
          .matcher(inside)
          .replaceAll(it -> Matcher.quoteReplacement(asInJava(it)))
          .translateEscapes();
    }
    if (OTHER.matcher(json).matches()) {
      return List.of(json);
    }
    throw new OutputMismatchException("", "well-formed JSON", "something else");
  }

  private static String asInJava(MatchResult escape) {
    String code = escape.group(1);
    if (code != null) {
      return "\\" + octal(code);
    }
    return escape.group().equals("\\/") ? "/" : escape.group();
  }

  private static String octal(String hex) {
    int value = Integer.parseInt(hex, 16);
    if (value > 0xff) {
      throw new OutputMismatchException("", "what this reader knows", "another escape");
    }
    return "%03o".formatted(value);
  }

  @Override
  public Object read(String json, Type type) {
    throw new UnsupportedOperationException();
  }
}
