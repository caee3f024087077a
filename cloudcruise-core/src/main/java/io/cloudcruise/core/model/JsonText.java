package io.cloudcruise.core.model;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * JSON exactly as it arrived, read on demand: no number is rounded, no key moved, no null dropped.
 * Two are equal if their texts are. It does not print what it holds.
 */
public final class JsonText {
  /** Well-formed UTF-8, which is how it arrives: most of it is never asked for as characters. */
  private final byte[] utf8;

  private final OutputReader reader;

  /**
   * Wraps a text that is known to be JSON.
   *
   * @param text one well-formed JSON value
   * @param reader reads it on demand
   * @throws IllegalArgumentException if it holds half a surrogate pair, which JSON has to escape
   */
  public JsonText(String text, OutputReader reader) {
    this(encoded(text), reader);
  }

  private JsonText(byte[] utf8, OutputReader reader) {
    this.utf8 = utf8;
    this.reader = Objects.requireNonNull(reader, "reader");
  }

  /**
   * Cuts a text that is known to be JSON out of a longer one.
   *
   * @param source well-formed UTF-8; the part is copied
   * @param from where one well-formed JSON value begins
   * @param to where it ends, exclusive
   * @param reader reads it on demand
   * @return the text
   */
  public static JsonText ofUtf8(byte[] source, int from, int to, OutputReader reader) {
    return new JsonText(Arrays.copyOfRange(source, from, to), reader);
  }

  private static byte[] encoded(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (!new String(utf8, StandardCharsets.UTF_8).equals(text)) {
      throw new IllegalArgumentException("the JSON holds half a surrogate pair: escape it");
    }
    return utf8;
  }

  /** {@return the JSON, character for character as it arrived; decoded anew by each call} */
  public String text() {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /**
   * Reads it as plain Java values.
   *
   * @return what {@link OutputReader#readPlain} describes; {@code null} for JSON's null
   * @throws OutputMismatchException if the reader cannot make sense of it
   */
  public @Nullable Object asPlain() {
    return reader.readPlain(text());
  }

  /**
   * Reads it as a class of the caller's.
   *
   * @param type the class wanted
   * @param <T> the class wanted
   * @return the value
   * @throws OutputMismatchException if it does not fit, or is JSON's null
   */
  @SuppressWarnings("unchecked") // Class.cast would refuse primitive types
  public <T> T as(Class<T> type) {
    return (T) read(type);
  }

  /**
   * Reads it as a generic type of the caller's.
   *
   * @param type the type wanted
   * @param <T> the type wanted
   * @return the value
   * @throws OutputMismatchException if it does not fit, or is JSON's null
   */
  @SuppressWarnings("unchecked") // the reader promises a value of the type that it is given
  public <T> T as(TypeRef<T> type) {
    return (T) read(type.type());
  }

  private Object read(Type type) {
    Object value = reader.read(text(), type);
    if (value == null) {
      throw new OutputMismatchException("", type.getTypeName(), "null");
    }
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonText that && Arrays.equals(utf8, that.utf8);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(utf8);
  }

  @Override
  public String toString() {
    return "JsonText[" + utf8.length + " bytes]";
  }
}
