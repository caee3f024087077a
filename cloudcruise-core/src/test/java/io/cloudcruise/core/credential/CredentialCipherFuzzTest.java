package io.cloudcruise.core.credential;

import static io.cloudcruise.rigs.FuzzChecks.require;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.cloudcruise.core.model.InputVariable;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.SessionId;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes whatever bytes come for ciphertext, for what was encrypted, and for a text to encrypt.
 * Either there is a secret, or a {@link CredentialException} that shows nothing.
 */
class CredentialCipherFuzzTest {
  private static final String HEX_KEY = "0f1e2d3c4b5a6978".repeat(4);
  private static final EncryptionKey KEY = EncryptionKey.of(HEX_KEY);
  private static final CredentialCipher CIPHER = CredentialCipher.of(KEY, new TinyReader());

  /** More would tell nothing new, and the tests' own reader is not made for it. */
  private static final int MOST = 500;

  static Stream<byte[]> seeds() throws Exception {
    Stream<String> ciphertexts =
        CredentialCipherTest.vectors().stream().map(CredentialCipherTest.Vector::ciphertext);
    Stream<String> texts = CredentialCipherTest.vectors().stream().map(vector -> vector.json());
    String own = CIPHER.encryptText(new Secret("open sesame"));
    return Stream.of(ciphertexts, texts, Stream.of(own, "", "open \0 \"sesame\""))
        .flatMap(all -> all)
        .filter(text -> text.length() <= MOST)
        .map(text -> text.getBytes(UTF_8));
  }

  @Timeout(30)
  @DictionaryEntries({"\"", "{\"", "\\\\u0000", "\\\\\"", "null", "\\xED\\xA0\\x80", "\\xC0\\x80"})
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreASecretOrARefusal(byte[] bytes) throws GeneralSecurityException {
    byte[] some = Arrays.copyOf(bytes, Math.min(bytes.length, MOST));
    String text = new String(some, UTF_8);

    decrypted(text);
    decrypted(HexFormat.of().formatHex(some));
    requireWhollyDecryptedOrNot(text);
    decrypted(encryptedByOthers(some)).ifPresent(secret -> requireSame(secret, text));
    requireThatDamageIsNoticed(CIPHER.encryptText(new Secret(text)), text);
  }

  private static Optional<String> decrypted(String ciphertext) {
    try {
      return Optional.of(CIPHER.decrypt(new Secret(ciphertext)).reveal());
    } catch (CredentialException documented) {
      require(documented.fields().isEmpty() && documented.getCause() == null, "it tells too much");
      return Optional.empty();
    }
  }

  /** What is no ciphertext stays; what is, is not of this key or decrypted. */
  private static void requireWhollyDecryptedOrNot(String text) {
    RunResults results =
        RunResults.builder(new SessionId("run-1"), RunStatus.of(RunStatus.Kind.RUNNING))
            .inputs(Map.of("pin", new InputVariable.SecretValue(new Secret(text))))
            .build();
    try {
      boolean same = CIPHER.decrypt(results).equals(results);
      require(same != Ciphertext.resembles(text), "ciphertext passed for a secret in clear");
    } catch (CredentialException documented) {
      require(documented.fields().equals(List.of("input pin")), "names something else");
    }
  }

  /** Fits its key, whatever is in it. */
  private static String encryptedByOthers(byte[] anything) throws GeneralSecurityException {
    byte[] iv = new byte[Ciphertext.IV_BYTES];
    Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
    aes.init(Cipher.ENCRYPT_MODE, KEY.forAes(), new GCMParameterSpec(128, iv));
    return Ciphertext.of(iv, aes.doFinal(anything));
  }

  private static void requireSame(String secret, String text) {
    require(secret.equals(text) || text.startsWith("\""), "decrypted as something else");
  }

  private static void requireThatDamageIsNoticed(String ciphertext, String text) {
    require(decrypted(ciphertext).equals(Optional.of(text)), "does not decrypt what it encrypted");
    int place = Math.floorMod(text.hashCode(), ciphertext.length());
    char other = ciphertext.charAt(place) == '0' ? '1' : '0';
    String damaged = ciphertext.substring(0, place) + other + ciphertext.substring(place + 1);
    require(decrypted(damaged).isEmpty(), "takes what is damaged");
  }
}
