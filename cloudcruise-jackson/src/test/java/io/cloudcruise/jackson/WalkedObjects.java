package io.cloudcruise.jackson;

import io.cloudcruise.jackson.Tree.Items;
import io.cloudcruise.jackson.Tree.Members;
import java.util.function.BiFunction;

/** The objects of a response that the readers walk through; all other JSON is kept as text. */
final class WalkedObjects {
  /** What an object is. */
  enum Kind {
    RUN(true),
    ERROR(true),
    SCREENSHOT(true),
    RECORDING(true),
    FILE(true),
    INPUTS(false),
    VAULT_ENTRIES(false),
    VAULT_ENTRY(false);

    private final boolean keepsOthers;

    Kind(boolean keepsOthers) {
      this.keepsOthers = keepsOthers;
    }

    /** Whether a field that is not known is kept as such; elsewhere every name says something. */
    boolean keepsOthers() {
      return keepsOthers;
    }
  }

  private WalkedObjects() {}

  /** Puts another in the place of each, those within an object before the object itself. */
  static Tree replaced(Tree response, BiFunction<Kind, Members, Tree> change) {
    return response instanceof Members run
        ? change.apply(Kind.RUN, run.with((name, value) -> within(name, value, change)))
        : response;
  }

  private static Tree within(String name, Tree value, BiFunction<Kind, Members, Tree> change) {
    return switch (name) {
      case FieldNames.ERRORS -> each(Kind.ERROR, value, change);
      case FieldNames.SCREENSHOT_URLS -> each(Kind.SCREENSHOT, value, change);
      case FieldNames.VIDEO_URLS -> each(Kind.RECORDING, value, change);
      case FieldNames.FILE_URLS -> each(Kind.FILE, value, change);
      case FieldNames.INPUT_VARIABLES -> one(Kind.INPUTS, value, change);
      case FieldNames.VAULT_ENTRIES -> vaultEntries(value, change);
      default -> value;
    };
  }

  private static Tree one(Kind kind, Tree value, BiFunction<Kind, Members, Tree> change) {
    return value instanceof Members object ? change.apply(kind, object) : value;
  }

  private static Tree each(Kind kind, Tree value, BiFunction<Kind, Members, Tree> change) {
    return value instanceof Items list
        ? new Items(list.items().stream().map(item -> one(kind, item, change)).toList())
        : value;
  }

  private static Tree vaultEntries(Tree value, BiFunction<Kind, Members, Tree> change) {
    return value instanceof Members entries
        ? change.apply(
            Kind.VAULT_ENTRIES,
            entries.with((alias, entry) -> one(Kind.VAULT_ENTRY, entry, change)))
        : value;
  }
}
