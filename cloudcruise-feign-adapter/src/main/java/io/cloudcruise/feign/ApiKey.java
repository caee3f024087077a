package io.cloudcruise.feign;

import io.cloudcruise.core.model.Secret;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The key that authorises requests. It does not print. */
public final class ApiKey {
  private final Secret value;

  private ApiKey(Secret value) {
    this.value = value;
  }

  /**
   * Wraps a key.
   *
   * @param value the key as the platform issued it
   * @return the key
   * @throws IllegalArgumentException if it is empty or holds anything but visible ASCII characters;
   *     the message does not quote it
   */
  public static ApiKey of(String value) {
    Objects.requireNonNull(value, "value");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("the API key is empty");
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
        throw new IllegalArgumentException(
            "the API key holds a character that no key has, at position %d of %d: check for spaces,"
                    .formatted(i + 1, value.length())
                + " line ends and quotes around it");
      }
    }
    return new ApiKey(new Secret(value));
  }

  String reveal() {
    return value.reveal();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApiKey that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return Secret.MASK;
  }
}
