package io.cloudcruise.core.credential;

import java.util.HexFormat;
import java.util.Optional;

/** How ciphertext is written: IV, what is encrypted and tag, in hex. Nothing says so in it. */
final class Ciphertext {
  static final int IV_BYTES = 12;
  static final int TAG_BYTES = 16;

  private static final int LEAST_DIGITS = 2 * (IV_BYTES + TAG_BYTES);

  /** Of so many characters, one may be no hex digit in ciphertext that was damaged on its way. */
  private static final int CHARACTERS_PER_DAMAGE = 16;

  private Ciphertext() {}

  /**
   * Tells whether a value could be ciphertext, be it damaged. Passwords and phrases of this length
   * hold other characters in plenty.
   */
  static boolean resembles(String value) {
    long others = value.chars().filter(c -> !HexFormat.isHexDigit(c)).count();
    return value.length() >= LEAST_DIGITS && others * CHARACTERS_PER_DAMAGE <= value.length();
  }

  /** {@return IV, what is encrypted and tag; empty if the value cannot hold them} */
  static Optional<byte[]> bytes(String value) {
    boolean whole =
        value.length() >= LEAST_DIGITS
            && value.length() % 2 == 0
            && value.chars().allMatch(HexFormat::isHexDigit);
    return whole ? Optional.of(HexFormat.of().parseHex(value)) : Optional.empty();
  }

  static String of(byte[] iv, byte[] encryptedAndTag) {
    return HexFormat.of().formatHex(iv) + HexFormat.of().formatHex(encryptedAndTag);
  }
}
