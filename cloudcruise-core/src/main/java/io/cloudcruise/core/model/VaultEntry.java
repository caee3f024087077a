package io.cloudcruise.core.model;

import io.cloudcruise.core.internal.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A credential that a run used. The documentation does not name its fields, so all but the three
 * that it describes as harmless are secrets. Immutable.
 */
public final class VaultEntry {
  /** In place of a field's name, says that a value stands for the whole entry. */
  public static final String WHOLE = "";

  private final @Nullable String userId;
  private final @Nullable String label;
  private final @Nullable String domain;
  private final Map<String, Secret> secrets;
  private final Map<String, JsonText> otherFields;

  private VaultEntry(Builder from) {
    userId = from.userId;
    label = from.label;
    domain = from.domain;
    secrets = from.secrets;
    otherFields = from.otherFields;
  }

  /** {@return a builder of a value that has nothing yet} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts with all of these components} */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * {@return the id of the user it belongs to, as it was chosen when it was stored; empty if not
   * sent}
   */
  public Optional<String> userId() {
    return Optional.ofNullable(userId);
  }

  /** {@return the name that its owner gave it; empty if not sent} */
  public Optional<String> label() {
    return Optional.ofNullable(label);
  }

  /** {@return the site that it is for; empty if not sent} */
  public Optional<String> domain() {
    return Optional.ofNullable(domain);
  }

  /** {@return all else that was sent, by the platform's names} */
  public Map<String, Secret> secrets() {
    return secrets;
  }

  /**
   * {@return what was sent as null or under another spelling, by the platform's names; an entry
   * that was null altogether is one itself, by the name of {@link #WHOLE}}
   */
  public Map<String, JsonText> otherFields() {
    return otherFields;
  }

  private List<@Nullable Object> components() {
    return Arrays.asList(userId, label, domain, secrets, otherFields);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VaultEntry that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** {@return the components, unprintable characters replaced, secrets masked} */
  @Override
  public String toString() {
    return Printable.of(
        "VaultEntry[userId=%s, label=%s, domain=%s, secrets=%s, otherFields=%s]"
            .formatted(userId(), label(), domain(), secrets(), otherFields()));
  }

  /** Builds a vault entry. Not thread-safe. */
  public static final class Builder {
    private @Nullable String userId;
    private @Nullable String label;
    private @Nullable String domain;
    private Map<String, Secret> secrets = Map.of();
    private Map<String, JsonText> otherFields = Map.of();

    private Builder() {}

    private Builder(VaultEntry from) {
      userId = from.userId;
      label = from.label;
      domain = from.domain;
      secrets = from.secrets;
      otherFields = from.otherFields;
    }

    /** {@return this builder, {@link VaultEntry#userId()} set; null if there is none} */
    public Builder userId(@Nullable String value) {
      userId = value;
      return this;
    }

    /** {@return this builder, {@link VaultEntry#label()} set; null if there is none} */
    public Builder label(@Nullable String value) {
      label = value;
      return this;
    }

    /** {@return this builder, {@link VaultEntry#domain()} set; null if there is none} */
    public Builder domain(@Nullable String value) {
      domain = value;
      return this;
    }

    /** {@return this builder, {@link VaultEntry#secrets()} set} */
    public Builder secrets(Map<String, Secret> value) {
      secrets = Copies.ordered(value);
      return this;
    }

    /** {@return this builder, {@link VaultEntry#otherFields()} set} */
    public Builder otherFields(Map<String, JsonText> value) {
      otherFields = Copies.ordered(value);
      return this;
    }

    /** {@return the value, which shares nothing that can change with this builder} */
    public VaultEntry build() {
      return new VaultEntry(this);
    }
  }
}
