package io.cloudcruise.core.model;

import java.util.Objects;

/**
 * Names the credential in the vault that a run may use: the id of a user given permission to it.
 *
 * @param value the id as it was chosen when the credential was stored
 */
public record VaultUserId(String value) {
  public VaultUserId {
    Objects.requireNonNull(value, "value");
  }

  /** {@return the id, unprintable characters replaced} */
  @Override
  public String toString() {
    return Printable.of(value);
  }
}
