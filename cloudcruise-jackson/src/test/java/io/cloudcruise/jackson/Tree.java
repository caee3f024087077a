package io.cloudcruise.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** JSON in which a number is as it is spelled, and a name may come twice. */
sealed interface Tree {
  Literal NULL = new Literal("null");

  /** {@return the JSON, without white space between its tokens} */
  String json();

  /** What is written as it is: a number, true, false or null; made by hand, any JSON. */
  record Literal(String json) implements Tree {}

  /** A string. */
  record Text(String value) implements Tree {
    @Override
    public String json() {
      return quoted(value);
    }
  }

  /** An array. */
  record Items(List<Tree> items) implements Tree {
    Items only(Predicate<Tree> wanted) {
      return new Items(items.stream().filter(wanted).toList());
    }

    @Override
    public String json() {
      return items.stream().map(Tree::json).collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public String toString() {
      return json();
    }
  }

  /** An object. */
  record Members(List<Member> members) implements Tree {
    /** Each name once: the first counts. */
    static Members distinct(List<Member> members) {
      Map<String, Member> byName = new LinkedHashMap<>();
      members.forEach(member -> byName.putIfAbsent(member.name(), member));
      return new Members(List.copyOf(byName.values()));
    }

    Members only(Predicate<Member> wanted) {
      return new Members(members.stream().filter(wanted).toList());
    }

    Members with(BiFunction<String, Tree, Tree> change) {
      return new Members(
          members.stream()
              .map(member -> new Member(member.name(), change.apply(member.name(), member.value())))
              .toList());
    }

    @Override
    public String json() {
      return members.stream()
          .map(member -> quoted(member.name()) + ":" + member.value().json())
          .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public String toString() {
      return json();
    }
  }

  /** A name and its value. */
  record Member(String name, Tree value) {}

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> quoted.append(escaped(point)));
    return quoted.append('"').toString();
  }

  private static String escaped(int point) {
    boolean halfAPair = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return point < ' ' || point == '"' || point == '\\' || halfAPair
        ? "\\u%04x".formatted(point)
        : Character.toString(point);
  }

  static Tree parse(String json) {
    JsonFactory factory =
        JsonFactory.builder().streamReadConstraints(Limits.DEFAULT.constraints()).build();
    try (JsonParser parser = factory.createParser(json)) {
      parser.nextToken();
      return parse(parser);
    } catch (IOException malformed) {
      throw new AssertionError(malformed);
    }
  }

  private static Tree parse(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> items(parser);
      case VALUE_STRING -> new Text(parser.getText());
      default -> new Literal(parser.getText());
    };
  }

  private static Tree members(JsonParser parser) throws IOException {
    List<Member> members = new ArrayList<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      members.add(new Member(name, parse(parser)));
    }
    return new Members(members);
  }

  private static Tree items(JsonParser parser) throws IOException {
    List<Tree> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(parse(parser));
    }
    return new Items(items);
  }
}
