package io.cloudcruise.core.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.OutputMismatchException;
import io.cloudcruise.core.model.OutputReader;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.Secret;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decrypts the secrets that the platform hands out, and encrypts those that it takes, on this
 * machine: AES-256 in Galois/Counter Mode, as the official clients do. It does not print its key.
 * Immutable and thread-safe.
 *
 * <p>Whatever is not, to the last bit, what was encrypted with the same key is refused with a
 * {@link CredentialException}: ciphertext never passes for a secret in clear.
 */
public final class CredentialCipher {
  private static final String ALGORITHM = "AES/GCM/NoPadding";

  private final SecretKeySpec key;
  private final OutputReader reader;
  private final SecureRandom random;

  private CredentialCipher(EncryptionKey key, OutputReader reader, SecureRandom random) {
    this.key = key.forAes();
    this.reader = Objects.requireNonNull(reader, "reader");
    this.random = Objects.requireNonNull(random, "random");
  }

  /**
   * Makes a cipher that encrypts with the machine's own randomness.
   *
   * @param key the workspace's key
   * @param reader reads the JSON that secrets are encrypted as
   * @return the cipher
   */
  public static CredentialCipher of(EncryptionKey key, OutputReader reader) {
    return of(key, reader, new SecureRandom());
  }

  /**
   * Makes a cipher.
   *
   * @param key the workspace's key
   * @param reader reads the JSON that secrets are encrypted as
   * @param random gives each ciphertext 12 bytes of its own; if it repeats itself, so does what
   *     keeps them secret
   * @return the cipher
   */
  public static CredentialCipher of(EncryptionKey key, OutputReader reader, SecureRandom random) {
    return new CredentialCipher(key, reader, random);
  }

  /**
   * Decrypts all secrets that a run's results hold: inputs, and those of vault entries. What is not
   * shaped like ciphertext came in clear and stays as it is. Ciphertext is at least 56 characters
   * long and of hex digits; one other character in 16 counts as damage to it.
   *
   * @param results the results, which stay as they are
   * @return a copy with every secret in clear
   * @throws CredentialException if any secret shaped like ciphertext cannot be decrypted; names all
   *     that cannot
   */
  public RunResults decrypt(RunResults results) {
    return new RunDecryption(this).of(results);
  }

  /**
   * Decrypts one secret, whatever its shape.
   *
   * @param ciphertext what the platform sent: hex digits, in either case
   * @return the text if it is a string of JSON, and else its JSON
   * @throws CredentialException if that is not possible
   */
  public Secret decrypt(Secret ciphertext) {
    byte[] bytes = Ciphertext.bytes(ciphertext.reveal()).orElseThrow(CredentialException::ofOne);
    String json = text(decrypted(bytes));
    try {
      return new Secret(reader.readPlain(json) instanceof String text ? text : json);
    } catch (OutputMismatchException noJson) {
      throw CredentialException.ofOne();
    }
  }

  private byte[] decrypted(byte[] bytes) {
    byte[] iv = Arrays.copyOf(bytes, Ciphertext.IV_BYTES);
    Cipher cipher = cipher(Cipher.DECRYPT_MODE, iv);
    try {
      return cipher.doFinal(bytes, iv.length, bytes.length - iv.length);
    } catch (GeneralSecurityException doesNotFit) {
      throw CredentialException.ofOne();
    }
  }

  /** A decoder puts other characters for malformed bytes, so these do not come back. */
  private static String text(byte[] utf8) {
    String text = new String(utf8, UTF_8);
    byte[] again = text.getBytes(UTF_8);
    boolean wellFormed = Arrays.equals(utf8, again);
    Arrays.fill(utf8, (byte) 0);
    Arrays.fill(again, (byte) 0);
    if (!wellFormed) {
      throw CredentialException.ofOne();
    }
    return text;
  }

  /**
   * Encrypts a text, such as a password. No two ciphertexts are the same.
   *
   * @param text any text
   * @return lower-case hex digits
   */
  public String encryptText(Secret text) {
    return encrypted(JsonQuoting.quote(text.reveal()));
  }

  /**
   * Encrypts any JSON, which is what the platform takes. A text is JSON only in its quotes: see
   * {@link #encryptText}. No two ciphertexts are the same.
   *
   * @param json one JSON value
   * @return lower-case hex digits
   * @throws OutputMismatchException if the reader cannot make sense of it; quotes nothing
   */
  public String encryptJson(Secret json) {
    var unused = new JsonText(json.reveal(), reader).asPlain();
    return encrypted(json.reveal());
  }

  private String encrypted(String json) {
    byte[] iv = new byte[Ciphertext.IV_BYTES];
    random.nextBytes(iv);
    byte[] utf8 = json.getBytes(UTF_8);
    try {
      return Ciphertext.of(iv, cipher(Cipher.ENCRYPT_MODE, iv).doFinal(utf8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES refuses to encrypt", impossible);
    } finally {
      Arrays.fill(utf8, (byte) 0);
    }
  }

  private Cipher cipher(int mode, byte[] iv) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key, new GCMParameterSpec(Byte.SIZE * Ciphertext.TAG_BYTES, iv));
      return cipher;
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, absent);
    }
  }

  @Override
  public String toString() {
    return "CredentialCipher";
  }
}
