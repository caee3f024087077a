package io.cloudcruise.core.model;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text. The core declares it and knows no JSON library; whoever builds a {@link
 * JsonText} supplies one. Implementations are thread-safe.
 */
public interface OutputReader {
  /**
   * Reads JSON as plain Java values.
   *
   * @param json one well-formed JSON value
   * @return a {@code String}, {@code Boolean}, {@code Long}, {@code BigInteger} (where a {@code
   *     Long} is too small), {@code BigDecimal} (never a {@code double}), or an unmodifiable {@code
   *     List} or {@code Map} of such values in the order of the text, or {@code null} for JSON's
   *     null
   * @throws OutputMismatchException if the text is no such value
   */
  @Nullable Object readPlain(String json);

  /**
   * Reads JSON as a type of the caller's.
   *
   * @param json one well-formed JSON value
   * @param type the class or generic type wanted
   * @return a value of that type, or {@code null} for JSON's null
   * @throws OutputMismatchException if the text does not fit the type
   */
  @Nullable Object read(String json, Type type);
}
