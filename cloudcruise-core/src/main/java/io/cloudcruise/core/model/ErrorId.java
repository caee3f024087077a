package io.cloudcruise.core.model;

import io.cloudcruise.core.internal.Printable;
import java.util.Objects;

/**
 * Names one error of a run.
 *
 * @param value the id as the platform spells it, usually a UUID
 */
public record ErrorId(String value) {
  public ErrorId {
    Objects.requireNonNull(value, "value");
  }

  /** {@return the id, unprintable characters replaced} */
  @Override
  public String toString() {
    return Printable.of(value);
  }
}
