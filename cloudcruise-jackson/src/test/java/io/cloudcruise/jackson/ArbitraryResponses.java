package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ArbitraryJson.booleans;
import static io.cloudcruise.jackson.ArbitraryJson.numbers;
import static io.cloudcruise.jackson.ArbitraryJson.strings;
import static io.cloudcruise.jackson.ArbitraryJson.texts;
import static io.cloudcruise.jackson.ArbitraryJson.values;
import static java.util.Map.entry;

import io.cloudcruise.jackson.Tree.Items;
import io.cloudcruise.jackson.Tree.Member;
import io.cloudcruise.jackson.Tree.Members;
import io.cloudcruise.jackson.Tree.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Answers that have to be taken: whatever may be left out is at times, and whatever nothing depends
 * on is at times of another kind.
 */
final class ArbitraryResponses {
  private static final List<String> NAMES = List.of("A", "B", "$A", "C", "", "é");

  private static final Map<String, Arbitrary<Tree>> ERROR =
      Map.ofEntries(
          entry(FieldNames.ERROR_ID, orNull(errorIds())),
          entry(FieldNames.MESSAGE, free(texts())),
          entry(FieldNames.CREATED_AT, free(times())),
          entry(FieldNames.FULL_URL, free(urls())),
          entry(FieldNames.ERROR_CODE, free(texts())),
          entry(FieldNames.ACTION_TYPE, free(texts())),
          entry(FieldNames.ACTION_DISPLAY_NAME, free(texts())),
          entry(FieldNames.ORIGINAL_ERROR, free(texts())),
          entry(
              FieldNames.CATEGORY, orNull(words("XPATH_INCORRECT", "authentication_error", "NEW"))),
          entry(FieldNames.SUB_TYPE, orNull(words("HTTP_ERROR", "account_locked", "NEW"))),
          entry(FieldNames.DESCRIPTION, free(texts())),
          entry(FieldNames.NODE_ID, free(texts())),
          entry(FieldNames.INPUT_RECOVERY, values()),
          entry(FieldNames.PASSWORD_UPDATE_RECOVERY, values()),
          entry(FieldNames.PROMPT, free(texts())),
          entry(FieldNames.LLM_MODEL, free(texts())));

  private static final Map<String, Arbitrary<Tree>> SCREENSHOT =
      Map.ofEntries(
          entry(FieldNames.SCREENSHOT_URL, free(urls())),
          entry(FieldNames.SCREENSHOT_EXPIRES, free(times())),
          entry(FieldNames.TIMESTAMP, free(times())),
          entry(FieldNames.NODE_DISPLAY_NAME, free(texts())),
          entry(FieldNames.ERROR_SCREENSHOT, free(booleans())),
          entry(FieldNames.FULL_LENGTH_SCREENSHOT, free(booleans())),
          entry(FieldNames.RETRY_INDEX, free(numbers())),
          entry(FieldNames.NODE_ID, free(texts())),
          entry(FieldNames.SCREENSHOT_ID, free(texts())),
          entry(FieldNames.METADATA, values()));

  private static final Map<String, Arbitrary<Tree>> RECORDING =
      Map.of(
          FieldNames.RECORDING_URL, free(urls()),
          FieldNames.RECORDING_EXPIRES, free(times()),
          FieldNames.TIMESTAMP, free(times()),
          FieldNames.SESSION_ID, free(Arbitraries.oneOf(sessions(), texts())));

  private static final Map<String, Arbitrary<Tree>> FILE =
      Map.of(
          FieldNames.FILE_URL, free(urls()),
          FieldNames.FILE_EXPIRES, free(times()),
          FieldNames.TIMESTAMP, free(times()),
          FieldNames.FILE_NAME, free(texts()),
          FieldNames.METADATA, values());

  /** What is not sent as text counts as secret, whatever its name. */
  private static final Map<String, Arbitrary<Tree>> VAULT_ENTRY =
      Map.of(
          FieldNames.PERMISSIONED_USER_ID,
          orNull(userIds()),
          FieldNames.USER_ID,
          orNull(userIds()),
          FieldNames.USER_ALIAS,
          orNull(userIds()),
          FieldNames.ALIAS,
          orNull(userIds()),
          FieldNames.DOMAIN,
          orNull(texts()),
          "password",
          values());

  private static final Map<String, Arbitrary<Tree>> RUN =
      Map.ofEntries(
          entry(FieldNames.WORKFLOW_ID, free(texts())),
          entry(FieldNames.INPUT_VARIABLES, orNull(named(inputs()))),
          entry(FieldNames.VAULT_ENTRIES, orNull(named(orNull(object(VAULT_ENTRY))))),
          entry(FieldNames.ENCRYPTED_VARIABLES, list(names().<Tree>map(Text::new))),
          entry(FieldNames.SESSION_RETRIES, free(numbers())),
          entry(FieldNames.DATA, values()),
          entry(FieldNames.SCREENSHOT_URLS, list(object(SCREENSHOT))),
          entry(FieldNames.VIDEO_URLS, list(object(RECORDING))),
          entry(FieldNames.FILE_URLS, list(object(FILE))),
          entry(FieldNames.ERRORS, list(object(ERROR))),
          entry(FieldNames.WAS_RECOVERED, orNull(booleans())),
          entry(FieldNames.RECOVERED_ERROR_IDS, list(errorIds())));

  private ArbitraryResponses() {}

  static Arbitrary<Tree> valid() {
    Arbitrary<Tree> statuses =
        words("execution.success", "execution.failed", "execution.stopped", "Success", "new");
    return Combinators.combine(sessions(), statuses, object(RUN))
        .as(
            (session, status, rest) ->
                Members.distinct(
                    Stream.concat(
                            Stream.of(
                                new Member(FieldNames.SESSION_ID, session),
                                new Member(FieldNames.STATUS, status)),
                            ((Members) rest).members().stream())
                        .toList()));
  }

  /** Valid ones in which up to three things went wrong. */
  static Arbitrary<Tree> nearlyValid() {
    Arbitrary<Damage> damages =
        Combinators.combine(
                Arbitraries.integers(),
                Arbitraries.of(Damage.How.class),
                Arbitraries.oneOf(
                    Arbitraries.of(FieldNames.DATA, FieldNames.ERRORS, FieldNames.STATUS),
                    strings()),
                values())
            .as(Damage::new);
    return Combinators.combine(valid(), damages.list().ofMaxSize(3))
        .as(
            (response, several) -> {
              Tree damaged = response;
              for (Damage damage : several) {
                damaged = damage.done(damaged);
              }
              return damaged;
            });
  }

  /** Some of the fields known, and some others. */
  private static Arbitrary<Tree> object(Map<String, Arbitrary<Tree>> known) {
    Arbitrary<List<Optional<Member>>> some =
        Combinators.combine(
                known.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(ArbitraryResponses::maybe)
                    .toList())
            .as(fields -> fields);
    Arbitrary<List<Member>> others =
        Combinators.combine(otherNames(), values())
            .as(Member::new)
            .filter(member -> !known.containsKey(member.name()))
            .list()
            .ofMaxSize(2);
    return Combinators.combine(some, others)
        .as(
            (fields, more) ->
                Members.distinct(
                    Stream.concat(fields.stream().flatMap(Optional::stream), more.stream())
                        .toList()));
  }

  private static Arbitrary<Optional<Member>> maybe(Map.Entry<String, Arbitrary<Tree>> field) {
    return field.getValue().map(value -> new Member(field.getKey(), value)).optional(0.6);
  }

  private static Arbitrary<String> otherNames() {
    return Arbitraries.oneOf(
        Arbitraries.of("outcome", "recovered", "advice", "user_name", "node_id", "~1/x"),
        ArbitraryJson.names());
  }

  private static Arbitrary<Tree> named(Arbitrary<Tree> value) {
    return Combinators.combine(names(), value)
        .as(Member::new)
        .list()
        .ofMaxSize(4)
        .<Tree>map(Members::distinct);
  }

  private static Arbitrary<String> names() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, Arbitraries.of(NAMES)), Tuple.of(1, ArbitraryJson.names()));
  }

  private static Arbitrary<Tree> inputs() {
    return Arbitraries.oneOf(
        values(), userIds(), userIds().list().ofMaxSize(3).<Tree>map(Items::new));
  }

  private static Arbitrary<Tree> userIds() {
    return Arbitraries.oneOf(words("u", "v"), texts());
  }

  private static Arbitrary<Tree> errorIds() {
    return Arbitraries.oneOf(words("e1", "e2", ""), texts());
  }

  private static Arbitrary<Tree> sessions() {
    return Arbitraries.oneOf(
        words("run-1", "8d1f3c52-64a7-4b0e-9c21-5e0b7f9a2d34"),
        Arbitraries.strings()
            .alpha()
            .numeric()
            .withChars("_-")
            .ofMinLength(1)
            .ofMaxLength(128)
            .<Tree>map(Text::new));
  }

  private static Arbitrary<Tree> urls() {
    return Arbitraries.oneOf(
        words("https://me:pass@files.example/a.png;v=1?sig=x#y", "http://[::1]:80/%3Fx", "data:,"),
        texts());
  }

  private static Arbitrary<Tree> times() {
    return Arbitraries.oneOf(
        words(
            "2026-02-15T10:00:00Z",
            "+999999999-12-31T23:59:59-18:00",
            "-999999999-01-01T00:00:00+18:00",
            "now"),
        texts());
  }

  private static Arbitrary<Tree> words(String... words) {
    return Arbitraries.of(words).<Tree>map(Text::new);
  }

  /** A value that nothing depends on. */
  private static Arbitrary<Tree> free(Arbitrary<Tree> value) {
    return Arbitraries.frequencyOf(Tuple.of(6, value), Tuple.of(1, values()));
  }

  private static Arbitrary<Tree> orNull(Arbitrary<Tree> value) {
    return Arbitraries.frequencyOf(Tuple.of(7, value), Tuple.of(1, Arbitraries.just(Tree.NULL)));
  }

  private static Arbitrary<Tree> list(Arbitrary<Tree> element) {
    return orNull(orNull(element).list().ofMaxSize(3).<Tree>map(Items::new));
  }
}
