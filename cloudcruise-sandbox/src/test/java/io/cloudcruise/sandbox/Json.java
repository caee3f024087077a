package io.cloudcruise.sandbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value read from JSON text, null included. */
record Json(@Nullable Object value) {

  static Json parse(String text) {
    return new Json(new Parser(text).document());
  }

  Json get(String name) {
    Map<?, ?> object = (Map<?, ?>) nonNull();
    if (!object.containsKey(name)) {
      throw new AssertionError("no field " + name);
    }
    return new Json(object.get(name));
  }

  boolean has(String name) {
    return ((Map<?, ?>) nonNull()).containsKey(name);
  }

  List<String> fields() {
    return ((Map<?, ?>) nonNull()).keySet().stream().map(String.class::cast).toList();
  }

  List<Json> elements() {
    List<Json> elements = new ArrayList<>();
    ((List<?>) nonNull()).forEach(element -> elements.add(new Json(element)));
    return elements;
  }

  String text() {
    return (String) nonNull();
  }

  BigDecimal number() {
    return (BigDecimal) nonNull();
  }

  boolean isNull() {
    return value == null;
  }

  /** Every object at any depth, this value included. */
  Stream<Json> objects() {
    if (value instanceof Map<?, ?> object) {
      return Stream.concat(Stream.of(this), object.values().stream().flatMap(Json::objectsIn));
    }
    return value instanceof List<?> list ? list.stream().flatMap(Json::objectsIn) : Stream.empty();
  }

  private static Stream<Json> objectsIn(@Nullable Object value) {
    return new Json(value).objects();
  }

  private Object nonNull() {
    if (value == null) {
      throw new AssertionError("unexpected null");
    }
    return value;
  }

  /** Strict: refuses what RFC 8259 does not allow, and names that occur twice in one object. */
  private static final class Parser {

    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    @Nullable Object document() {
      Object value = value();
      space();
      require(at == text.length());
      return value;
    }

    private @Nullable Object value() {
      space();
      require(at < text.length());
      return switch (text.charAt(at)) {
        case '{' -> object();
        case '[' -> array();
        case '"' -> string();
        case 't' -> word("true", true);
        case 'f' -> word("false", false);
        case 'n' -> word("null", null);
        default -> numeral();
      };
    }

    private Map<String, @Nullable Object> object() {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      expect('{');
      if (accept('}')) {
        return object;
      }
      do {
        space();
        String name = string();
        expect(':');
        require(!object.containsKey(name));
        object.put(name, value());
      } while (accept(','));
      expect('}');
      return object;
    }

    private List<@Nullable Object> array() {
      List<@Nullable Object> array = new ArrayList<>();
      expect('[');
      if (accept(']')) {
        return array;
      }
      do {
        array.add(value());
      } while (accept(','));
      expect(']');
      return array;
    }

    private String string() {
      StringBuilder string = new StringBuilder();
      expect('"');
      while (next() != '"') {
        char c = text.charAt(at++);
        require(c >= ' ');
        string.append(c == '\\' ? escaped() : c);
      }
      at++;
      return string.toString();
    }

    private char escaped() {
      char c = next();
      at++;
      if (c == 'u') {
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      int index = "\"\\/bfnrt".indexOf(c);
      require(index >= 0);
      return "\"\\/\b\f\n\r\t".charAt(index);
    }

    private BigDecimal numeral() {
      int start = at;
      while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      String numeral = text.substring(start, at);
      require(numeral.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?"));
      return new BigDecimal(numeral);
    }

    private @Nullable Object word(String word, @Nullable Object kind) {
      require(text.startsWith(word, at));
      at += word.length();
      return kind;
    }

    private boolean accept(char c) {
      space();
      boolean accepted = at < text.length() && text.charAt(at) == c;
      at += accepted ? 1 : 0;
      return accepted;
    }

    private void expect(char c) {
      require(accept(c));
    }

    private char next() {
      require(at < text.length());
      return text.charAt(at);
    }

    private void space() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private void require(boolean condition) {
      if (!condition) {
        throw new AssertionError("not JSON at " + at + " of " + text.length());
      }
    }
  }
}
