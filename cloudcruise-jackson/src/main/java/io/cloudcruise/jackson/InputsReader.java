package io.cloudcruise.jackson;

import io.cloudcruise.core.model.InputVariable;
import io.cloudcruise.core.model.InputVariable.PlainValue;
import io.cloudcruise.core.model.InputVariable.SecretValue;
import io.cloudcruise.core.model.InputVariable.VaultReference;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.OutputMismatchException;
import io.cloudcruise.core.model.Secret;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells plain values, secrets and references to the vault apart, once the whole response is known:
 * what marks them may come after them.
 */
final class InputsReader {
  private final Set<String> secretNames = new HashSet<>();
  private final Set<String> vaultAliases;
  private final PlainJson json;

  InputsReader(List<String> secretNames, Set<String> vaultAliases, PlainJson json) {
    secretNames.forEach(name -> this.secretNames.add(bare(name)));
    this.vaultAliases = vaultAliases;
    this.json = json;
  }

  /** Old documents prefix names with a dollar sign, in one place and not in another. */
  private static String bare(String name) {
    return name.startsWith("$") ? name.substring(1) : name;
  }

  Map<String, InputVariable> read(Map<String, JsonText> values) {
    Map<String, InputVariable> inputs = new LinkedHashMap<>();
    values.forEach((name, value) -> inputs.put(name, variable(name, value)));
    return inputs;
  }

  private InputVariable variable(String name, JsonText value) {
    if (secretNames.contains(bare(name))) {
      return new SecretValue(secret(value));
    }
    VaultReference reference = vaultAliases.contains(name) ? reference(value) : null;
    return reference == null ? new PlainValue(value) : reference;
  }

  private Secret secret(JsonText value) {
    return new Secret(plain(value) instanceof String text ? text : value.text());
  }

  private @Nullable VaultReference reference(JsonText value) {
    Object plain = plain(value);
    if (plain instanceof String user) {
      return new VaultReference(List.of(user), false);
    }
    if (plain instanceof List<?> users && users.stream().allMatch(String.class::isInstance)) {
      return new VaultReference(users.stream().map(String.class::cast).toList(), true);
    }
    return null;
  }

  /** What cannot be read, such as an object with a name twice, is neither text nor list. */
  private @Nullable Object plain(JsonText value) {
    String text = value.text();
    if (text.startsWith("\"") && text.indexOf('\\') < 0) {
      return text.substring(1, text.length() - 1); // nothing to unescape
    }
    try {
      return json.read(text);
    } catch (OutputMismatchException unreadable) {
      return null;
    }
  }
}
