package io.cloudcruise.core.model;

import java.util.Objects;

/**
 * What the agent was doing when an error came up, such as {@code CLICK}. An open set.
 *
 * @param value the action word for word
 */
public record ActionType(String value) {
  public ActionType {
    Objects.requireNonNull(value, "value");
  }

  /** {@return the word, unprintable characters replaced} */
  @Override
  public String toString() {
    return Printable.of(value);
  }
}
