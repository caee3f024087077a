package io.cloudcruise.core.model;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run's output is not what the caller's type says it is. Names the place and the kinds, never the
 * value.
 */
public final class OutputMismatchException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String path;
  private final String expected;
  private final String found;

  /**
   * Describes a mismatch.
   *
   * @param path JSON pointer of the place inside the output; empty for the output itself
   * @param expected what the caller's type wants there
   * @param found what kind of thing is there
   */
  public OutputMismatchException(String path, String expected, String found) {
    this(path, expected, found, null);
  }

  /**
   * Describes a mismatch that the caller's own code found.
   *
   * @param path JSON pointer of the place inside the output; empty for the output itself
   * @param expected what the caller's type wants there
   * @param found what kind of thing is there
   * @param cause what happened underneath; must hold no value of the output
   */
  public OutputMismatchException(
      String path, String expected, String found, @Nullable Throwable cause) {
    super(
        "output does not fit at '%s': expected %s, found %s".formatted(path, expected, found),
        cause);
    this.path = Objects.requireNonNull(path, "path");
    this.expected = Objects.requireNonNull(expected, "expected");
    this.found = Objects.requireNonNull(found, "found");
  }

  /** {@return JSON pointer of the place inside the output; empty for the output itself} */
  public String path() {
    return path;
  }

  /** {@return what the caller's type wants there} */
  public String expected() {
    return expected;
  }

  /** {@return what kind of thing is there} */
  public String found() {
    return found;
  }
}
