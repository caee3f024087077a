package io.cloudcruise.core.model;

import java.util.Objects;

/**
 * Names one run.
 *
 * <p>The platform issues UUIDs, but no document promises that, and tests of the official clients
 * use ids such as {@code session-1}. What is required is that the id is one safe path segment, so
 * that no spelling of it can address anything but a run.
 *
 * @param value 1 to 128 characters out of letters, digits, {@code _} and {@code -}
 */
public record SessionId(String value) {
  private static final int LONGEST = 128;

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException if {@code value} is not one safe path segment
   */
  public SessionId {
    Objects.requireNonNull(value, "value");
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "not a session id: needs 1 to 128 of A-Z a-z 0-9 _ -, got "
              + value.length()
              + " characters");
    }
  }

  /**
   * Tells whether a text could be a session id.
   *
   * @param value any text
   * @return whether the constructor would accept it
   */
  public static boolean isValid(String value) {
    return !value.isEmpty() && value.length() <= LONGEST && hasOnlySafeCharacters(value);
  }

  private static boolean hasOnlySafeCharacters(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!isSafe(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSafe(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  @Override
  public String toString() {
    return value;
  }
}
