package io.cloudcruise.core.model;

import java.util.Objects;

/**
 * A workspace's own code for an error, such as {@code ERR-0001}. An open set.
 *
 * @param value the code word for word
 */
public record ErrorCode(String value) {
  public ErrorCode {
    Objects.requireNonNull(value, "value");
  }

  /** {@return the word, unprintable characters replaced} */
  @Override
  public String toString() {
    return Printable.of(value);
  }
}
