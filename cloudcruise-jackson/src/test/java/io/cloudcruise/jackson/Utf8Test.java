package io.cloudcruise.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
  private static final String[] PIECES = {"plain text, ", "é", "日本", "\uD83D\uDE00", "\u0000", "x"};

  @Test
  void agreesWithTheJdkOnTextWithAndWithoutADamagedByte() {
    Random random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = text(random).getBytes(StandardCharsets.UTF_8);
      if (random.nextBoolean() && bytes.length > 0) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }

      assertThat(Utf8.isWellFormed(bytes, 0))
          .as(() -> HexFormat.of().formatHex(bytes))
          .isEqualTo(decodes(bytes));
    }
  }

  @Test
  void agreesWithTheJdkOnEachPairOfBytesThatACharacterMayBeginWith() {
    for (int lead = 0x80; lead < 0x100; lead++) {
      for (int second = 0; second < 0x100; second++) {
        for (int length = 2; length <= 4; length++) {
          byte[] bytes = new byte[length];
          Arrays.fill(bytes, (byte) 0x80);
          bytes[0] = (byte) lead;
          bytes[1] = (byte) second;

          assertThat(Utf8.isWellFormed(bytes, 0))
              .as(() -> HexFormat.of().formatHex(bytes))
              .isEqualTo(decodes(bytes));
        }
      }
    }
  }

  @Test
  void checksLongRunsThatAreNotAscii() {
    byte[] bytes = "語".repeat(5_000).getBytes(StandardCharsets.UTF_8);

    assertThat(Utf8.isWellFormed(bytes, 0)).isTrue();
    assertThat(Utf8.isWellFormed(bytes, 1)).isFalse();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
