package io.cloudcruise.core.credential;

import io.cloudcruise.core.model.Secret;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key of a workspace's vault, which its secrets are encrypted with. It does not print, is not
 * serialisable, and is compared in constant time. Immutable and thread-safe.
 */
public final class EncryptionKey {
  private static final int DIGITS = 64;

  private final byte[] bytes;

  private EncryptionKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a key as the platform shows it.
   *
   * @param hex 64 hex digits, in either case
   * @return the key
   * @throws IllegalArgumentException if it is anything else; the message does not quote it
   */
  public static EncryptionKey of(String hex) {
    Objects.requireNonNull(hex, "hex");
    if (hex.length() != DIGITS) {
      throw unlike("is of %d characters".formatted(hex.length()));
    }
    for (int i = 0; i < DIGITS; i++) {
      if (!HexFormat.isHexDigit(hex.charAt(i))) {
        throw unlike("holds something else at position %d".formatted(i + 1));
      }
    }
    return new EncryptionKey(HexFormat.of().parseHex(hex));
  }

  private static IllegalArgumentException unlike(String what) {
    return new IllegalArgumentException(
        "the encryption key has to be %d hex digits, and this one %s: check for spaces, line ends"
                .formatted(DIGITS, what)
            + " and quotes around it");
  }

  SecretKeySpec forAes() {
    return new SecretKeySpec(bytes, "AES");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EncryptionKey that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return Secret.MASK;
  }
}
