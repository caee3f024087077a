package io.cloudcruise.jackson;

import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.VaultEntry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value of {@code vault_entries}. No document names its fields: those that the vault's
 * own endpoints give to user, alias and domain are taken for these, and all else for secret.
 */
final class VaultEntryReader {
  private final Fields fields;
  private final Map<String, Secret> secrets = new LinkedHashMap<>();
  private @Nullable String userId;
  private @Nullable String otherUserId;
  private @Nullable String label;
  private @Nullable String otherLabel;
  private @Nullable String domain;

  private VaultEntryReader(JsonCursor cursor) {
    this.fields = new Fields(cursor);
  }

  /** Reads the entry that is the value of a field; null says no more than its alias. */
  static VaultEntry read(Fields parent) throws IOException {
    if (parent.isNull()) {
      return VaultEntry.builder().otherFields(Map.of(VaultEntry.WHOLE, parent.cut())).build();
    }
    VaultEntryReader reader = new VaultEntryReader(parent.cursor());
    while (reader.fields.next()) {
      reader.field();
    }
    return reader.entry();
  }

  private void field() throws IOException {
    if (fields.isNull()) {
      fields.keep();
    } else if (fields.isText()) {
      text();
    } else {
      secrets.put(fields.name(), new Secret(fields.cursor().cut().text()));
    }
  }

  private void text() throws IOException {
    String text = fields.cursor().text();
    switch (fields.name()) {
      case FieldNames.PERMISSIONED_USER_ID -> userId = text;
      case FieldNames.USER_ID -> otherUserId = kept(text);
      case FieldNames.USER_ALIAS -> label = text;
      case FieldNames.ALIAS -> otherLabel = kept(text);
      case FieldNames.DOMAIN -> domain = text;
      default -> secrets.put(fields.name(), new Secret(text));
    }
  }

  private String kept(String text) {
    fields.keepText(fields.name(), text);
    return text;
  }

  private VaultEntry entry() {
    keepIfSame(FieldNames.PERMISSIONED_USER_ID, userId, otherUserId);
    keepIfSame(FieldNames.USER_ALIAS, label, otherLabel);
    return VaultEntry.builder()
        .userId(userId == null ? otherUserId : userId)
        .label(label == null ? otherLabel : label)
        .domain(domain)
        .secrets(secrets)
        .otherFields(fields.others())
        .build();
  }

  /** A value that came under both spellings would else look like one that came under the other. */
  private void keepIfSame(String field, @Nullable String value, @Nullable String other) {
    if (value != null && value.equals(other)) {
      fields.keepText(field, value);
    }
  }
}
