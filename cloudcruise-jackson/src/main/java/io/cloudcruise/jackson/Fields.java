package io.cloudcruise.jackson;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.port.Drift;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object, one after the other. Refuses a name that comes twice, for which of the
 * two would win is anybody's guess. Keeps what nobody takes, what is null, and what is of a kind
 * that nobody expects, so that nothing sent is lost.
 */
final class Fields {
  /** Half of a character, which JSON can name with an escape and UTF-8 cannot hold. */
  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

  private final JsonCursor cursor;
  private final DuplicateKeyDetector names;
  private String name = "";
  private @Nullable Map<String, JsonText> others;

  /** Enters the object at the cursor. */
  Fields(JsonCursor cursor) {
    this.cursor = cursor;
    if (cursor.token() != JsonToken.START_OBJECT) {
      throw cursor.violation("an object");
    }
    this.names = cursor.namesOfObject();
  }

  /** Goes to the next field's value; false at the end of the object. */
  boolean next() throws IOException {
    if (cursor.next() == JsonToken.END_OBJECT) {
      return false;
    }
    name = cursor.fieldName();
    if (!names.add(name)) {
      throw cursor.violation("each field once", "a field twice");
    }
    cursor.next();
    return true;
  }

  String name() {
    return name;
  }

  JsonCursor cursor() {
    return cursor;
  }

  boolean isNull() {
    return cursor.token() == JsonToken.VALUE_NULL;
  }

  boolean isText() {
    return cursor.token() == JsonToken.VALUE_STRING;
  }

  /** A string that nothing depends on: another kind is kept, and reported. */
  @Nullable String optionalString() throws IOException {
    if (isText()) {
      return cursor.text();
    }
    keepUnexpected();
    return null;
  }

  /** A string that nothing depends on, as a type of its own. */
  <T> @Nullable T optionalString(Function<String, T> type) throws IOException {
    return typed(optionalString(), type);
  }

  static <T> @Nullable T typed(@Nullable String text, Function<String, T> type) {
    return text == null ? null : type.apply(text);
  }

  /** A string that something depends on, or null: another kind breaks the contract. */
  @Nullable String requiredString() throws IOException {
    if (isText()) {
      return cursor.text();
    }
    keepNullOrRefuse("a string");
    return null;
  }

  /** A boolean that nothing depends on. */
  @Nullable Boolean optionalBoolean() throws IOException {
    if (cursor.token().isBoolean()) {
      return cursor.token() == JsonToken.VALUE_TRUE;
    }
    keepUnexpected();
    return null;
  }

  /** A boolean that something depends on, or null: another kind breaks the contract. */
  @Nullable Boolean requiredBoolean() throws IOException {
    if (cursor.token().isBoolean()) {
      return cursor.token() == JsonToken.VALUE_TRUE;
    }
    keepNullOrRefuse("true or false");
    return null;
  }

  /** A whole number that nothing depends on. */
  @Nullable Long optionalLong() throws IOException {
    if (cursor.isLong()) {
      return cursor.number();
    }
    keepUnexpected();
    return null;
  }

  /** Any JSON but null. */
  @Nullable JsonText json() throws IOException {
    if (isNull()) {
      keep();
      return null;
    }
    return cursor.cut();
  }

  /** Enters an object that something depends on; null if there is none. */
  @Nullable Fields object() throws IOException {
    if (!isNull()) {
      return new Fields(cursor);
    }
    keep();
    return null;
  }

  /**
   * Reads a list that something depends on. A null in it says nothing: it is reported, not kept.
   */
  <T> List<T> list(Element<T> element) throws IOException {
    if (cursor.token() != JsonToken.START_ARRAY) {
      keepNullOrRefuse("an array");
      return List.of();
    }
    List<T> list = new ArrayList<>();
    while (cursor.next() != JsonToken.END_ARRAY) {
      cursor.checkTime();
      if (isNull()) {
        cursor.drift(Drift.Kind.UNEXPECTED_KIND);
      } else {
        list.add(element.read(cursor));
      }
    }
    keepIfEmpty(list.isEmpty(), "[]");
    return list;
  }

  void keepIfEmpty(boolean empty, String json) {
    if (empty) {
      keep(name, cursor.json(json));
    }
  }

  /** Cuts out the value, null included. */
  JsonText cut() throws IOException {
    return cursor.cut();
  }

  /** Passes over the value. */
  void drop() throws IOException {
    cursor.cut();
  }

  /** Drops a field that this library added, and keeps any other. */
  void other(AddedFields added) throws IOException {
    if (added.contains(name)) {
      drop();
    } else {
      unknown(added.unescaped(name));
    }
  }

  /** Keeps a field that this version does not know. */
  void unknown() throws IOException {
    unknown(name);
  }

  /** Keeps a field that this version does not know under the name that the platform gave it. */
  void unknown(String original) throws IOException {
    cursor.drift(Drift.Kind.UNKNOWN_FIELD);
    keep(original, cursor.cut());
  }

  /** Keeps the value as it is. */
  JsonText keep() throws IOException {
    JsonText value = cursor.cut();
    keep(name, value);
    return value;
  }

  /** Keeps a text that turned out to belong to nothing. */
  void keepText(String field, String text) {
    String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(text));
    String escaped =
        LONE_SURROGATE
            .matcher(quoted)
            .replaceAll(half -> "\\\\u%04X".formatted((int) half.group().charAt(0)));
    keep(field, cursor.json('"' + escaped + '"'));
  }

  private void keep(String field, JsonText value) {
    if (others == null) {
      others = new LinkedHashMap<>();
    }
    others.put(field, value);
  }

  private void keepUnexpected() throws IOException {
    if (!isNull()) {
      cursor.drift(Drift.Kind.UNEXPECTED_KIND);
    }
    keep();
  }

  private void keepNullOrRefuse(String expected) throws IOException {
    if (!isNull()) {
      throw cursor.violation(expected);
    }
    keep();
  }

  Map<String, JsonText> others() {
    return others == null ? Map.of() : others;
  }

  /** Reads one element of a list, which is not null. */
  interface Element<T> {
    T read(JsonCursor cursor) throws IOException;
  }
}
