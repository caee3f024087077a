package io.cloudcruise.core.model;

import io.cloudcruise.core.internal.Printable;
import java.util.Objects;

/**
 * Names the workflow that a run executed.
 *
 * @param value the id as the platform spells it, usually a UUID
 */
public record WorkflowId(String value) {
  public WorkflowId {
    Objects.requireNonNull(value, "value");
  }

  /** {@return the id, unprintable characters replaced} */
  @Override
  public String toString() {
    return Printable.of(value);
  }
}
