package io.cloudcruise.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.cloudcruise.core.internal.Printable;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.OutputReader;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.port.Drift;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks through one response, token by token, and cuts out what is kept as text. */
final class JsonCursor {
  private static final int LONGEST_PATH = 200;
  private static final int LONGEST_WORD = 64;
  private static final int TOKENS_BETWEEN_LOOKS_AT_THE_CLOCK = 4096;

  private final JsonParser parser;
  private final byte[] bytes;
  private final int start;
  private final ResponseContext context;
  private final DriftLog drifts;
  private final OutputReader reader;
  private final List<DuplicateKeyDetector> names = new ArrayList<>();

  JsonCursor(
      JsonParser parser,
      byte[] bytes,
      int start,
      ResponseContext context,
      DriftLog drifts,
      OutputReader reader) {
    this.parser = parser;
    this.bytes = bytes;
    this.start = start;
    this.context = context;
    this.drifts = drifts;
    this.reader = reader;
  }

  /** Of the objects at one depth only one is open at a time, so they share one. */
  DuplicateKeyDetector namesOfObject() {
    int depth = parser.getParsingContext().getNestingDepth();
    while (names.size() <= depth) {
      names.add(new DuplicateKeyDetector());
    }
    DuplicateKeyDetector shared = names.get(depth);
    shared.clear();
    return shared;
  }

  JsonToken next() throws IOException {
    return parser.nextToken();
  }

  JsonToken token() {
    return parser.currentToken();
  }

  String fieldName() throws IOException {
    return parser.currentName();
  }

  String text() throws IOException {
    return parser.getText();
  }

  /** The string here; anything else breaks the contract. */
  String word() throws IOException {
    if (token() != JsonToken.VALUE_STRING) {
      throw violation("a string");
    }
    return text();
  }

  boolean isLong() throws IOException {
    return token() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
  }

  long number() throws IOException {
    return parser.getLongValue();
  }

  /** Cuts out the value here, however large, character for character, and goes to its end. */
  JsonText cut() throws IOException {
    long from = parser.currentTokenLocation().getByteOffset();
    if (token().isStructStart()) {
      skipToEnd();
    } else {
      parser.finishToken();
    }
    long to = parser.currentLocation().getByteOffset();
    return JsonText.ofUtf8(bytes, start + (int) from, start + (int) to, reader);
  }

  JsonText json(String text) {
    return new JsonText(text, reader);
  }

  private void skipToEnd() throws IOException {
    int open = 1;
    for (int tokens = 1; open > 0; tokens++) {
      JsonToken token = parser.nextToken();
      if (token.isStructStart()) {
        open++;
      } else if (token.isStructEnd()) {
        open--;
      }
      if (tokens % TOKENS_BETWEEN_LOOKS_AT_THE_CLOCK == 0) {
        checkTime();
      }
    }
  }

  void checkTime() {
    context.checkTime(Phase.DECODING_RESPONSE);
  }

  void drift(Drift.Kind kind) {
    drifts.add(kind, path(), Optional.empty());
  }

  void drift(Drift.Kind kind, String word) {
    drifts.add(kind, path(), Optional.of(printable(word, LONGEST_WORD)));
  }

  ContractViolationException violation(String expected) {
    return violation(expected, kind(token()));
  }

  ContractViolationException violation(String expected, String found) {
    return context.violation(path(), expected, found);
  }

  ContractViolationException violationAt(String field, String expected, String found) {
    return context.violation("/" + field, expected, found);
  }

  private String path() {
    return printable(parser.getParsingContext().pathAsPointer().toString(), LONGEST_PATH);
  }

  private static String printable(String text, int longest) {
    String shortened = text.length() > longest ? text.substring(0, longest) + "..." : text;
    return Printable.of(shortened);
  }

  private static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      default -> "nothing";
    };
  }
}
