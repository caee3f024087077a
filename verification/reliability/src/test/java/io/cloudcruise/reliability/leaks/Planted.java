package io.cloudcruise.reliability.leaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What must not be seen holds one word, and this finds it however it is spelled. */
final class Planted {
  static final String WORD = "canary";
  static final String API_KEY = "sk_canary_not_a_real_key";

  /** Its 32 bytes spell the word, so that it is found as hex digits and as bytes. */
  static final String ENCRYPTION_KEY =
      HexFormat.of().formatHex((API_KEY + "_of_bytes").substring(0, 32).getBytes(US_ASCII));

  /** In the signatures of URLs, which some documents may show whole. */
  static final String SIGNATURE = "signature-canary";

  private static final List<String> SPELLINGS =
      Stream.concat(encoded().stream(), Stream.of(hex(), listed(), listedBytes())).toList();

  private Planted() {}

  /** Base64 depends on how many bytes lie before; what depends on neighbours is cut off. */
  private static List<String> encoded() {
    List<String> spellings = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      String text = "x".repeat(before) + WORD;
      String base64 = Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII));
      spellings.add(base64.substring((before * 8 + 5) / 6, text.length() * 8 / 6));
    }
    return spellings;
  }

  private static String hex() {
    return HexFormat.of().formatHex(WORD.getBytes(US_ASCII));
  }

  private static String listed() {
    String list = Arrays.toString(WORD.toCharArray());
    return list.substring(1, list.length() - 1);
  }

  private static String listedBytes() {
    String list = Arrays.toString(WORD.getBytes(US_ASCII));
    return list.substring(1, list.length() - 1);
  }

  /** {@return whether a text holds the word, in any spelling} */
  static boolean isIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains(WORD)
        || lower.contains(hex())
        || SPELLINGS.stream().anyMatch(text::contains);
  }

  /** {@return whether bytes hold the word, as text in any of the JVM's encodings} */
  static boolean isIn(byte[] bytes) {
    return Stream.of(ISO_8859_1, UTF_16LE, UTF_16BE)
            .anyMatch(charset -> isIn(new String(bytes, charset)))
        || isIn(new String(bytes, 1, Math.max(0, bytes.length - 1), UTF_16LE));
  }

  /** Fails if a text holds the word; says where the text comes from, and shows it. */
  static void isNotIn(String text, String where) {
    assertThat(isIn(text)).as(() -> "canary in " + where + ":\n" + text).isFalse();
  }
}
