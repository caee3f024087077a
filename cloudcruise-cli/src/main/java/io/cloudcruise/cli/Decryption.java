package io.cloudcruise.cli;

import io.cloudcruise.core.credential.CredentialCipher;
import io.cloudcruise.core.credential.EncryptionKey;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.jackson.RunResultsJson;
import io.cloudcruise.sandbox.Sandbox;
import java.util.function.UnaryOperator;

/** Decrypts secrets for somebody who asked to see them, and says so. */
final class Decryption {
  private static final String VARIABLE = "CLOUDCRUISE_ENCRYPTION_KEY";

  private Decryption() {}

  /**
   * Reads the key, before anything is sent.
   *
   * @throws UsageException if there is none, or it is no key
   */
  static UnaryOperator<RunResults> of(CliContext context, boolean sandbox) {
    String key = context.variable(VARIABLE);
    if (key == null && !sandbox) {
      throw new UsageException("--reveal needs the encryption key: set " + VARIABLE);
    }
    CredentialCipher cipher =
        CredentialCipher.of(
            checked(key == null ? Sandbox.ENCRYPTION_KEY : key), RunResultsJson.outputReader());
    context.complain(
        "showing secrets in clear, decrypted with "
            + (key == null ? "the sandbox's own key" : VARIABLE));
    return cipher::decrypt;
  }

  private static EncryptionKey checked(String key) {
    try {
      return EncryptionKey.of(key);
    } catch (IllegalArgumentException doesNotQuoteIt) {
      throw new UsageException(doesNotQuoteIt);
    }
  }
}
