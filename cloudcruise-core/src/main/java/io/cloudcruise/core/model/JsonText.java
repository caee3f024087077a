package io.cloudcruise.core.model;

import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * JSON exactly as it arrived, read on demand: no number is rounded, no key moved, no null dropped.
 * Two are equal if their texts are. It does not print what it holds.
 */
public final class JsonText {
  private final String text;
  private final OutputReader reader;

  /**
   * Wraps a text that is known to be JSON.
   *
   * @param text one well-formed JSON value
   * @param reader reads it on demand
   */
  public JsonText(String text, OutputReader reader) {
    this.text = Objects.requireNonNull(text, "text");
    this.reader = Objects.requireNonNull(reader, "reader");
  }

  /** {@return the JSON, character for character as it arrived} */
  public String text() {
    return text;
  }

  /**
   * Reads it as plain Java values.
   *
   * @return what {@link OutputReader#readPlain} describes; {@code null} for JSON's null
   * @throws OutputMismatch if the reader cannot make sense of it
   */
  public @Nullable Object asPlain() {
    return reader.readPlain(text);
  }

  /**
   * Reads it as a class of the caller's.
   *
   * @param type the class wanted
   * @param <T> the class wanted
   * @return the value
   * @throws OutputMismatch if it does not fit, or is JSON's null
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
   * @throws OutputMismatch if it does not fit, or is JSON's null
   */
  @SuppressWarnings("unchecked") // the reader promises a value of the type that it is given
  public <T> T as(TypeRef<T> type) {
    return (T) read(type.type());
  }

  private Object read(Type type) {
    Object value = reader.read(text, type);
    if (value == null) {
      throw new OutputMismatch("", type.getTypeName(), "null");
    }
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonText that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "JsonText[" + text.length() + " characters]";
  }
}
