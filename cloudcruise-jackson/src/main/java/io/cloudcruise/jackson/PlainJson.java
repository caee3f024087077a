package io.cloudcruise.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.cloudcruise.core.model.OutputMismatchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as plain Java values, exactly: integers and decimals of any size, nulls and order
 * kept.
 */
final class PlainJson {
  private final JsonFactory factory;

  PlainJson(JsonFactory factory) {
    this.factory = factory;
  }

  /** See {@link io.cloudcruise.core.model.OutputReader#readPlain}. */
  @Nullable Object read(String json) {
    try (JsonParser parser = factory.createParser(json)) {
      parser.nextToken();
      Object plain = plain(parser);
      if (parser.nextToken() != null) {
        throw new OutputMismatchException("", "one JSON value", "more after it");
      }
      return plain;
    } catch (IOException malformed) {
      throw new OutputMismatchException("", "well-formed JSON", "something else");
    } catch (NumberFormatException immense) {
      throw new OutputMismatchException(
          "", "numbers with an exponent of ten digits at most", "more");
    }
  }

  /** Recursion is as deep as the parser allows JSON to be. */
  private static @Nullable Object plain(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new OutputMismatchException("", "one JSON value", "nothing");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static Object integer(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? parser.getBigIntegerValue()
        : (Object) parser.getLongValue();
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      object.put(name, plain(parser));
    }
    return Collections.unmodifiableMap(object);
  }

  private static List<@Nullable Object> list(JsonParser parser) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(plain(parser));
    }
    return Collections.unmodifiableList(list);
  }
}
