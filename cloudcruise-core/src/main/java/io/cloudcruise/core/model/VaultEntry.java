package io.cloudcruise.core.model;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A credential that a run used. The documentation does not name its fields, so all but the three
 * that it describes as harmless are secrets.
 *
 * @param userId the user it belongs to; empty if not sent
 * @param label the name that its owner gave it; empty if not sent
 * @param domain the site that it is for; empty if not sent
 * @param secrets all else that was sent, by the platform's names
 * @param otherFields what was sent as null or under another spelling, by the platform's names; an
 *     entry that was null altogether is one itself, by the name of {@link #WHOLE}
 */
public record VaultEntry(
    Optional<VaultUserId> userId,
    Optional<String> label,
    Optional<String> domain,
    Map<String, Secret> secrets,
    Map<String, JsonText> otherFields) {
  /** In place of a field's name, says that a value stands for the whole entry. */
  public static final String WHOLE = "";

  public VaultEntry {
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(domain, "domain");
    secrets = Copies.ordered(secrets);
    otherFields = Copies.ordered(otherFields);
  }

  /** {@return the components, unprintable characters replaced, secrets masked} */
  @Override
  public String toString() {
    return Printable.of(
        "VaultEntry[userId=%s, label=%s, domain=%s, secrets=%s, otherFields=%s]"
            .formatted(userId, label, domain, secrets, otherFields));
  }
}
