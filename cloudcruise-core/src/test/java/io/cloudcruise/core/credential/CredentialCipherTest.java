package io.cloudcruise.core.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cloudcruise.core.model.OutputMismatchException;
import io.cloudcruise.core.model.Secret;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialCipherTest {
  private static final TinyReader READER = new TinyReader();
  private static final EncryptionKey KEY = EncryptionKey.of("0f1e2d3c4b5a6978".repeat(4));
  private static final CredentialCipher CIPHER = CredentialCipher.of(KEY, READER);
  private static final String CANARY = "canary-7f3a";

  /** One line of vectors.txt, which was made by another implementation. */
  record Vector(String key, String iv, String json, String ciphertext) {
    CredentialCipher cipher() {
      return CredentialCipher.of(EncryptionKey.of(key), READER, always(iv));
    }
  }

  static List<Vector> vectors() throws Exception {
    try (InputStream in = CredentialCipherTest.class.getResourceAsStream("vectors.txt")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(part -> new Vector(part[0], part[1], part[2], part[3]))
          .toList();
    }
  }

  @SuppressWarnings("serial")
  private static SecureRandom always(String hex) {
    return new SecureRandom() {
      @Override
      public void nextBytes(byte[] bytes) {
        System.arraycopy(HexFormat.of().parseHex(hex), 0, bytes, 0, bytes.length);
      }
    };
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void decryptsWhatOthersEncrypted(Vector vector) {
    String plain = vector.cipher().decrypt(new Secret(vector.ciphertext())).reveal();

    assertThat(plain)
        .isEqualTo(READER.readPlain(vector.json()) instanceof String s ? s : vector.json());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void encryptsAsOthersDo(Vector vector) {
    assertThat(vector.cipher().encryptJson(new Secret(vector.json())))
        .isEqualTo(vector.ciphertext());
    if (READER.readPlain(vector.json()) instanceof String text) {
      assertThat(vector.cipher().encryptText(new Secret(text))).isEqualTo(vector.ciphertext());
    }
  }

  @Test
  void takesUpperCase() {
    String upper = CIPHER.encryptText(new Secret("text")).toUpperCase(Locale.ROOT);

    assertThat(CIPHER.decrypt(new Secret(upper))).isEqualTo(new Secret("text"));
  }

  @Test
  void encryptsWithAFreshIvEachTime() {
    Secret text = new Secret("text");

    assertThat(Stream.generate(() -> CIPHER.encryptText(text).substring(0, 24)).limit(100))
        .doesNotHaveDuplicates();
  }

  @Test
  void noticesEveryByteThatWasChanged() {
    byte[] bytes = HexFormat.of().parseHex(CIPHER.encryptText(new Secret(CANARY)));
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 1;
      refuses(CIPHER, HexFormat.of().formatHex(bytes));
      bytes[i] ^= 1;
    }
    assertThat(CIPHER.decrypt(new Secret(HexFormat.of().formatHex(bytes))).reveal())
        .isEqualTo(CANARY);
  }

  @Test
  void refusesWhatIsNoCiphertextOfItsKey() {
    String good = CIPHER.encryptText(new Secret(CANARY));
    EncryptionKey other = EncryptionKey.of("f".repeat(64));

    refuses(CredentialCipher.of(other, READER), good);
    refuses(CIPHER, "");
    refuses(CIPHER, CANARY);
    refuses(CIPHER, "ab".repeat(27));
    refuses(CIPHER, "ab".repeat(28));
    refuses(CIPHER, good.substring(1));
    refuses(CIPHER, good.substring(2));
    refuses(CIPHER, good + "0");
    refuses(CIPHER, " " + good + " ");
    refuses(CIPHER, "\uFF11" + good.substring(1));
  }

  @Test
  void refusesWhatWasNotEncryptedAsJsonInUtf8() throws Exception {
    refuses(CIPHER, encrypted(CANARY.getBytes(UTF_8)));
    refuses(CIPHER, encrypted(new byte[0]));
    refuses(CIPHER, encrypted(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}));
    refuses(CIPHER, encrypted(new byte[] {'"', (byte) 0xFF, '"'}));
  }

  private static String encrypted(byte[] plain) throws Exception {
    byte[] iv = new byte[12];
    Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
    aes.init(Cipher.ENCRYPT_MODE, KEY.forAes(), new GCMParameterSpec(128, iv));
    return HexFormat.of().formatHex(iv) + HexFormat.of().formatHex(aes.doFinal(plain));
  }

  private static void refuses(CredentialCipher cipher, String ciphertext) {
    assertThatExceptionOfType(CredentialException.class)
        .isThrownBy(() -> cipher.decrypt(new Secret(ciphertext)))
        .withMessage(
            "cannot decrypt the secret: the key does not fit, or the ciphertext is damaged")
        .withNoCause()
        .satisfies(failure -> assertThat(failure.fields()).isEmpty());
  }

  @Test
  void quotesTextAsJavaScriptDoes() {
    assertThat(
            JsonQuoting.quote(
                "\"\\/\b\t\n\f\r\0\u001f\u007f\u2028ü\uD83D\uDE00\uD83D\uDE00x\uDE00"))
        .isEqualTo(
            "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028ü\uD83D\uDE00\uD83D\uDE00x\\ude00\"");
    assertThat(JsonQuoting.quote("\uD83D")).isEqualTo("\"\\ud83d\"");
    assertThat(JsonQuoting.quote("\uD7FF\uD800x\uDFFF\uE000"))
        .isEqualTo("\"\uD7FF\\ud800x\\udfff\uE000\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", CANARY, "\"" + CANARY, "{" + CANARY})
  void refusesToEncryptWhatIsNoJson(String json) {
    assertThatExceptionOfType(OutputMismatchException.class)
        .isThrownBy(() -> CIPHER.encryptJson(new Secret(json)))
        .withMessageNotContaining(CANARY);
  }

  @Test
  void doesNotPrint() {
    assertThat(CIPHER).hasToString("CredentialCipher");
  }
}
