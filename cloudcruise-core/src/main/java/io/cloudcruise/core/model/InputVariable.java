package io.cloudcruise.core.model;

import io.cloudcruise.core.internal.Printable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** One thing that a run was started with. */
public sealed interface InputVariable {
  /**
   * Does one thing for each kind of variable.
   *
   * @param plain called for a plain value
   * @param secret called for a secret value
   * @param vaultReference called for a reference to the vault
   * @param <T> what comes out
   * @return what the function called returned
   */
  <T> T fold(
      Function<? super PlainValue, ? extends T> plain,
      Function<? super SecretValue, ? extends T> secret,
      Function<? super VaultReference, ? extends T> vaultReference);

  /**
   * A value that may be shown.
   *
   * @param value any JSON, null included
   */
  record PlainValue(JsonText value) implements InputVariable {
    public PlainValue {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public <T> T fold(
        Function<? super PlainValue, ? extends T> plain,
        Function<? super SecretValue, ? extends T> secret,
        Function<? super VaultReference, ? extends T> vaultReference) {
      return plain.apply(this);
    }
  }

  /**
   * A value that the platform says must not be shown.
   *
   * @param value the text of a string, or the JSON of anything else; often still encrypted
   */
  record SecretValue(Secret value) implements InputVariable {
    public SecretValue {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public <T> T fold(
        Function<? super PlainValue, ? extends T> plain,
        Function<? super SecretValue, ? extends T> secret,
        Function<? super VaultReference, ? extends T> vaultReference) {
      return secret.apply(this);
    }
  }

  /**
   * Names credentials in the vault.
   *
   * @param users ids of the users whose credential was asked for
   * @param pooled whether a pool was given, out of which the platform picked one credential; a pool
   *     may hold one
   */
  record VaultReference(List<String> users, boolean pooled) implements InputVariable {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no pool and not exactly one user
     */
    public VaultReference {
      users = List.copyOf(users);
      if (!pooled && users.size() != 1) {
        throw new IllegalArgumentException("not a pool, yet of " + users.size() + " users");
      }
    }

    /** {@return the components, unprintable characters replaced} */
    @Override
    public String toString() {
      return Printable.of("VaultReference[users=%s, pooled=%s]".formatted(users, pooled));
    }

    @Override
    public <T> T fold(
        Function<? super PlainValue, ? extends T> plain,
        Function<? super SecretValue, ? extends T> secret,
        Function<? super VaultReference, ? extends T> vaultReference) {
      return vaultReference.apply(this);
    }
  }
}
