package io.cloudcruise.core.credential;

import io.cloudcruise.core.model.InputVariable;
import io.cloudcruise.core.model.InputVariable.SecretValue;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.VaultEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Decrypts what one run holds, all of it or nothing. Of one use. */
final class RunDecryption {
  private final CredentialCipher cipher;
  private final List<String> failed = new ArrayList<>();

  RunDecryption(CredentialCipher cipher) {
    this.cipher = cipher;
  }

  RunResults of(RunResults results) {
    Map<String, InputVariable> inputs = each(results.inputs(), this::input);
    Map<String, VaultEntry> vaultEntries = each(results.vaultEntries(), this::vaultEntry);
    if (!failed.isEmpty()) {
      throw CredentialException.of(failed);
    }
    return results.toBuilder().inputs(inputs).vaultEntries(vaultEntries).build();
  }

  private InputVariable input(String name, InputVariable input) {
    return input.fold(
        plain -> plain,
        secret -> new SecretValue(secret("input " + name, secret.value())),
        reference -> reference);
  }

  private VaultEntry vaultEntry(String alias, VaultEntry entry) {
    Map<String, Secret> secrets =
        each(
            entry.secrets(), (name, secret) -> secret("credential " + alias + ", " + name, secret));
    return entry.toBuilder().secrets(secrets).build();
  }

  private Secret secret(String field, Secret secret) {
    if (!Ciphertext.resembles(secret.reveal())) {
      return secret;
    }
    try {
      return cipher.decrypt(secret);
    } catch (CredentialException cannot) {
      failed.add(field);
      return secret;
    }
  }

  private static <V> Map<String, V> each(Map<String, V> map, BiFunction<String, V, V> change) {
    Map<String, V> changed = new LinkedHashMap<>(map);
    changed.replaceAll(change);
    return changed;
  }
}
