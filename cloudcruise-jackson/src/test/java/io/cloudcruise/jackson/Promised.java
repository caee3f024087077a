package io.cloudcruise.jackson;

import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.VaultEntry;
import io.cloudcruise.jackson.Tree.Items;
import io.cloudcruise.jackson.Tree.Literal;
import io.cloudcruise.jackson.Tree.Member;
import io.cloudcruise.jackson.Tree.Members;
import io.cloudcruise.jackson.Tree.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@link RunResultsJson} promises to write of a response, and what of it is not promised. */
final class Promised {
  private static final Text MASKED = new Text(Secret.MASK);

  /** In these a null says nothing. */
  private static final Set<String> LISTS =
      Set.of(
          FieldNames.ENCRYPTED_VARIABLES,
          FieldNames.ERRORS,
          FieldNames.SCREENSHOT_URLS,
          FieldNames.VIDEO_URLS,
          FieldNames.FILE_URLS,
          FieldNames.RECOVERED_ERROR_IDS);

  private static final Set<String> COUNTS =
      Set.of(FieldNames.SESSION_RETRIES, FieldNames.RETRY_INDEX);

  private static final Set<String> SHOWN_OF_VAULT_ENTRIES =
      Set.of(
          FieldNames.PERMISSIONED_USER_ID,
          FieldNames.USER_ID,
          FieldNames.USER_ALIAS,
          FieldNames.ALIAS,
          FieldNames.DOMAIN);

  private Promised() {}

  private static boolean isAddedOrBesideIt(AddedFields added, Member field) {
    return !added.escaped(field.name()).equals(field.name());
  }

  /** Without what is added, without nulls in lists, and the fields of each object in one order. */
  static Tree of(Tree response) {
    return WalkedObjects.replaced(
        response,
        (kind, object) ->
            switch (kind) {
              case RUN ->
                  sorted(
                      object
                          .only(field -> !isAddedOrBesideIt(AddedFields.IN_RUN, field))
                          .with(Promised::inRun));
              case ERROR ->
                  sorted(object.only(field -> !isAddedOrBesideIt(AddedFields.IN_ERROR, field)));
              case SCREENSHOT -> sorted(object.with(Promised::count));
              case VAULT_ENTRY -> isNull(object) ? Tree.NULL : sorted(object);
              case RECORDING, FILE -> sorted(object);
              case INPUTS, VAULT_ENTRIES -> object;
            });
  }

  /** Of a vault entry a field without a name, null and alone, cannot be told from null. */
  private static boolean isNull(Members entry) {
    return entry.members().equals(List.of(new Member(VaultEntry.WHOLE, Tree.NULL)));
  }

  private static Members sorted(Members object) {
    return new Members(
        object.members().stream().sorted(Comparator.comparing(Member::name)).toList());
  }

  private static Tree inRun(String name, Tree value) {
    return LISTS.contains(name) && value instanceof Items list
        ? list.only(item -> !item.equals(Tree.NULL))
        : count(name, value);
  }

  /** A count of minus zero is zero. */
  private static Tree count(String name, Tree value) {
    return COUNTS.contains(name) && value.json().equals("-0") ? new Literal("0") : value;
  }

  static Tree masked(Tree response) {
    Set<String> secrets = secrets((Members) response);
    return WalkedObjects.replaced(
        response,
        (kind, object) ->
            switch (kind) {
              case INPUTS ->
                  object.with((name, value) -> secrets.contains(bare(name)) ? MASKED : value);
              case VAULT_ENTRY -> object.with(Promised::inVaultEntry);
              default -> object;
            });
  }

  private static Tree inVaultEntry(String name, Tree value) {
    boolean shown = value instanceof Text && SHOWN_OF_VAULT_ENTRIES.contains(name);
    return shown || value.equals(Tree.NULL) ? value : MASKED;
  }

  private static Set<String> secrets(Members run) {
    return run.members().stream()
        .filter(field -> field.name().equals(FieldNames.ENCRYPTED_VARIABLES))
        .flatMap(
            field -> field.value() instanceof Items names ? names.items().stream() : Stream.of())
        .filter(Text.class::isInstance)
        .map(name -> bare(((Text) name).value()))
        .collect(Collectors.toSet());
  }

  private static String bare(String name) {
    return name.startsWith("$") ? name.substring(1) : name;
  }
}
