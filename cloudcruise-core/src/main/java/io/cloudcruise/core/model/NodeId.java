package io.cloudcruise.core.model;

import java.util.Objects;

/**
 * Names one node of a workflow's graph.
 *
 * @param value the id as the platform spells it, usually a UUID
 */
public record NodeId(String value) {
  public NodeId {
    Objects.requireNonNull(value, "value");
  }

  /** {@return the id, unprintable characters replaced} */
  @Override
  public String toString() {
    return Printable.of(value);
  }
}
