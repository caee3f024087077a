package io.cloudcruise.core.model;

import java.util.Objects;
import java.util.regex.Pattern;

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
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

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
    return SAFE.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
