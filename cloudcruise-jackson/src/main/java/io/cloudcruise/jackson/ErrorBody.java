package io.cloudcruise.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The few hints that the body of an error response may hold: top-level numbers and code words. All
 * else is dropped unread, and so is a body that makes no sense.
 */
final class ErrorBody {
  private static final Pattern CODE_WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
  private static final int LONGEST_NUMBER = 32;

  /** No exponents: with one, a few characters name a number that takes a gigabyte to write down. */
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final Map<String, String> scalars;

  private ErrorBody(Map<String, String> scalars) {
    this.scalars = scalars;
  }

  static ErrorBody of(byte[] body, JsonFactory json) {
    try (JsonParser parser = json.createParser(body)) {
      return new ErrorBody(scalars(parser));
    } catch (IOException unreadable) {
      return new ErrorBody(Map.of());
    }
  }

  private static Map<String, String> scalars(JsonParser parser) throws IOException {
    Map<String, String> scalars = new HashMap<>();
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return scalars;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
        scalars.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return scalars;
  }

  /** A word such as NO_PAYMENT_METHOD; prose is not one, for it might quote anything. */
  Optional<String> codeWord(String field) {
    return Optional.ofNullable(scalars.get(field)).filter(CODE_WORD.asMatchPredicate());
  }

  Optional<BigDecimal> number(String field) {
    return text(field).filter(DECIMAL.asMatchPredicate()).map(BigDecimal::new);
  }

  Optional<String> text(String field) {
    return Optional.ofNullable(scalars.get(field)).filter(text -> text.length() <= LONGEST_NUMBER);
  }
}
