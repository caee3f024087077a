package io.cloudcruise.core.model;

import java.util.Objects;

/**
 * Names one screenshot of a run.
 *
 * @param value the id as the platform spells it, usually a UUID
 */
public record ScreenshotId(String value) {
  public ScreenshotId {
    Objects.requireNonNull(value, "value");
  }

  /** {@return the id, unprintable characters replaced} */
  @Override
  public String toString() {
    return Printable.of(value);
  }
}
