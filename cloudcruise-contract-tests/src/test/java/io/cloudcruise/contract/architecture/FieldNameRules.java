package io.cloudcruise.contract.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The API's own words, taken from where the adapter keeps them.
 *
 * <p>Those of one plain English word, as {@code status}, are not among them: everybody uses these.
 */
final class FieldNameRules {
  private static final List<String> KEPT_IN =
      List.of(
          "cloudcruise-jackson/io/cloudcruise/jackson/FieldNames.java",
          "cloudcruise-jackson/io/cloudcruise/jackson/StatusWords.java",
          "cloudcruise-feign-adapter/io/cloudcruise/feign/ApiTarget.java");
  private static final Pattern JOINED_WORDS = Pattern.compile("\"([a-z]+(?:[._-][a-z]+)+)\"");

  private final Pattern anyWord;

  private FieldNameRules(Set<String> words) {
    this.anyWord =
        Pattern.compile(
            words.stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")));
  }

  static FieldNameRules ofTheAdapter() {
    return new FieldNameRules(inTheAdapter());
  }

  static Set<String> inTheAdapter() {
    return KEPT_IN.stream()
        .map(place -> place.split("/", 2))
        .map(place -> Sources.of(place[0]).root().resolve(place[1]))
        .flatMap(file -> JOINED_WORDS.matcher(read(file)).results())
        .map(word -> word.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@return where words stand, as in {@code a/B.java:7 session_id}} */
  List<String> placesIn(Sources sources) {
    return sources.files().stream()
        .flatMap(file -> placesIn(sources.nameOf(file), read(file).split("\n", -1)))
        .toList();
  }

  /** A scan of text, for in class files constants are copies that bear no name. */
  private Stream<String> placesIn(String name, String[] lines) {
    return IntStream.range(0, lines.length)
        .boxed()
        .flatMap(
            line ->
                anyWord
                    .matcher(lines[line])
                    .results()
                    .map(MatchResult::group)
                    .map(word -> name + ":" + (line + 1) + " " + word));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
