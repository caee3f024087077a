package io.cloudcruise.jackson;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Checks UTF-8. The JSON parser lets overlong forms and numbers that no character has pass, and
 * garbles them; the JDK's decoders would first have to make characters of it all.
 */
final class Utf8 {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8() {}

  /**
   * Tells whether bytes are well-formed. Answers are almost all ASCII, so what is not is looked for
   * eight bytes at a time.
   */
  static boolean isWellFormed(byte[] bytes, int from) {
    int at = nextNonAscii(bytes, from);
    while (at < bytes.length) {
      int length = sequenceLength(bytes, at);
      if (length == 0) {
        return false;
      }
      at = nextNonAscii(bytes, at + length);
    }
    return true;
  }

  private static int nextNonAscii(byte[] bytes, int from) {
    int at = from;
    while (at + Long.BYTES <= bytes.length
        && ((long) EIGHT_BYTES.get(bytes, at) & HIGH_BITS) == 0) {
      at += Long.BYTES;
    }
    while (at < bytes.length && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /** How many bytes the character here has, that is not ASCII; none if it is malformed. */
  private static int sequenceLength(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || length > bytes.length - at) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return isPossible(lead, bytes[at + 1] & 0xFF) ? length : 0;
  }

  /** Not overlong, no surrogate, not beyond the last character: RFC 3629, section 4. */
  private static boolean isPossible(int lead, int second) {
    return switch (lead) {
      case 0xE0 -> second >= 0xA0;
      case 0xED -> second <= 0x9F;
      case 0xF0 -> second >= 0x90;
      case 0xF4 -> second <= 0x8F;
      default -> true;
    };
  }
}
