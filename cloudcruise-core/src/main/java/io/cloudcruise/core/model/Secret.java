package io.cloudcruise.core.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that must not be shown: it does not print, is not serialisable, and is compared in a time
 * that does not tell where two values differ.
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
    return other instanceof Secret that && MessageDigest.isEqual(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return MASK;
  }

  private byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
