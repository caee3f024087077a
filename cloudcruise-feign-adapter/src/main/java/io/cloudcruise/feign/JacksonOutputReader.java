package io.cloudcruise.feign;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cloudcruise.core.model.OutputMismatch;
import io.cloudcruise.core.model.OutputReader;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads output with Jackson, exactly: integers and decimals of any size, nulls and order kept. */
final class JacksonOutputReader implements OutputReader {
  private final JsonMapper mapper;

  JacksonOutputReader(Limits limits) {
    this(limits, List.of());
  }

  /**
   * Builds a reader.
   *
   * @param modules the caller's own, for types such as dates and money
   */
  JacksonOutputReader(Limits limits, List<Module> modules) {
    this.mapper = Json.mapper(limits, modules);
  }

  @Override
  public @Nullable Object readPlain(String json) {
    try (JsonParser parser = mapper.createParser(json)) {
      parser.nextToken();
      Object plain = plain(parser);
      if (parser.nextToken() != null) {
        throw new OutputMismatch("", "one JSON value", "more after it");
      }
      return plain;
    } catch (IOException malformed) {
      throw new OutputMismatch("", "well-formed JSON", "something else");
    } catch (NumberFormatException immense) {
      throw new OutputMismatch("", "numbers with an exponent of ten digits at most", "more");
    }
  }

  /** Recursion is as deep as the parser allows JSON to be. */
  private static @Nullable Object plain(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new OutputMismatch("", "one JSON value", "nothing");
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

  @Override
  public @Nullable Object read(String json, Type type) {
    try {
      return mapper.readValue(json, mapper.constructType(type));
    } catch (JsonMappingException mismatch) {
      throw new OutputMismatch(
          pointer(mismatch.getPath()), expected(mismatch, type), "another kind");
    } catch (JsonProcessingException malformed) {
      throw new OutputMismatch("", "well-formed JSON", "something else");
    } catch (IllegalArgumentException unusable) {
      throw new OutputMismatch("", type.getTypeName(), "a type that cannot be read from JSON");
    }
  }

  private static String expected(JsonMappingException mismatch, Type type) {
    return mismatch instanceof MismatchedInputException input && input.getTargetType() != null
        ? input.getTargetType().getTypeName()
        : type.getTypeName();
  }

  private static String pointer(List<Reference> path) {
    return path.stream().map(JacksonOutputReader::segment).collect(Collectors.joining());
  }

  private static String segment(Reference reference) {
    String name = reference.getFieldName();
    return "/" + (name == null ? reference.getIndex() : name.replace("~", "~0").replace("/", "~1"));
  }
}
