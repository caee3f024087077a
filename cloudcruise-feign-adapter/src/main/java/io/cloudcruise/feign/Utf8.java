package io.cloudcruise.feign;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Checks UTF-8. The JSON parser lets overlong forms and numbers that no character has pass, and
 * garbles them.
 */
final class Utf8 {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final int CHARACTERS_AT_ONCE = 512;

  private Utf8() {}

  /**
   * Tells whether bytes are well-formed. Answers are almost all ASCII, so what is not is looked for
   * eight bytes at a time; a run of bytes that are not ASCII is well-formed or not by itself.
   */
  static boolean isWellFormed(byte[] bytes, int from) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer dropped = CharBuffer.allocate(CHARACTERS_AT_ONCE);
    int start = nextNonAscii(bytes, from);
    while (start < bytes.length) {
      int end = start + 1;
      while (end < bytes.length && bytes[end] < 0) {
        end++;
      }
      if (!decodes(ByteBuffer.wrap(bytes, start, end - start), decoder, dropped)) {
        return false;
      }
      start = nextNonAscii(bytes, end);
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

  private static boolean decodes(ByteBuffer run, CharsetDecoder decoder, CharBuffer dropped) {
    decoder.reset();
    CoderResult result;
    do {
      dropped.clear();
      result = decoder.decode(run, dropped, true);
    } while (result.isOverflow());
    return !result.isError();
  }
}
