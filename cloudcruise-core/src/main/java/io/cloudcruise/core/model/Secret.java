package io.cloudcruise.core.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that must not be shown: it does not print, is not serialisable, and is compared in a time
 * that tells their lengths at most, not where they differ.
 */
public final class Secret {
  /** What is shown in place of a secret. */
  public static final String MASK = "***";

  private final String value;

  /**
   * Wraps a value.
   *
   * @param value the value in clear
   */
  public Secret(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /**
   * Hands the value out. The one way to it, so that a search for this method finds every place that
   * sees secrets.
   *
   * @return the value in clear
   */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret that && sameInConstantTime(value, that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return MASK;
  }

  /** By characters: bytes of any encoding are the same for texts that it cannot encode. */
  private static boolean sameInConstantTime(String one, String other) {
    if (one.length() != other.length()) {
      return false;
    }
    int difference = 0;
    for (int i = 0; i < one.length(); i++) {
      difference |= one.charAt(i) ^ other.charAt(i);
    }
    return difference == 0;
  }
}
