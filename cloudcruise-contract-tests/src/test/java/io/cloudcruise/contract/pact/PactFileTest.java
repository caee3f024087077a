package io.cloudcruise.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cloudcruise.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pact is a deliverable: one file, the same on every run, with nothing secret in it. */
class PactFileTest {
  private static final Pattern TOKEN = Pattern.compile("\\b(?:sk|pk)_\\w+|[\\w+/=]{40,}");
  private static final Pattern HOST = Pattern.compile("https?://([^/?\"]+)|[\\w.]+@([\\w.]+)");
  private static final Set<String> SECRET_FIELDS =
      Set.of("user_name", "password", "tfa_secret", "national_id", "first_pet", "member_number");

  @Test
  void theCommittedFileIsWhatTheTestsWrite() throws IOException {
    String written = PactFile.write(PactFile.of(Kinds.all()));

    assertThat(Files.readString(PactFile.COMMITTED).equals(written))
        .as(
            "the pact changed. If that is meant, in cloudcruise-contract-tests: cp %s %s",
            PactFile.GENERATED, PactFile.COMMITTED)
        .isTrue();
  }

  @Test
  void writingTwiceGivesTheSameBytes() {
    assertThat(PactFile.text(PactFile.of(Kinds.all())))
        .isEqualTo(PactFile.text(PactFile.of(Kinds.all())));
  }

  @Test
  void theFolderHoldsThisPactAndNoOther() throws IOException {
    try (Stream<Path> files = Files.list(PactFile.COMMITTED.getParent())) {
      assertThat(files).containsExactly(PactFile.COMMITTED);
    }
  }

  @Test
  void everyMeaningIsThereOnceUnderItsOwnDescriptionAndPath() throws IOException {
    List<String> descriptions = committed().findValuesAsText("description");

    assertThat(descriptions)
        .hasSize(24)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(Kinds.all().stream().map(Kind::description).toList());
    assertThat(committed().findValuesAsText("path")).hasSize(24).doesNotHaveDuplicates();
  }

  /** Where a matcher has no example, Pact makes one up, with a generator. */
  @Test
  void everyMatcherHasAnExampleOfItsOwn() throws IOException {
    assertThat(committed().findValues("matchingRules")).hasSizeGreaterThan(24);
    assertThat(committed().findValues("generators")).isEmpty();
  }

  @Test
  void noStateHasToBeSetUp() throws IOException {
    assertThat(committed().findValues("providerStates")).isEmpty();
  }

  @Test
  void theOnlyKeyIsTheSandboxes() throws IOException {
    assertThat(matches(TOKEN)).containsExactly(Sandbox.API_KEY);
    assertThat(committed().findValues("cc-key").stream().filter(JsonNode::isArray))
        .hasSize(24)
        .allMatch(key -> key.get(0).asText().equals(Sandbox.API_KEY));
  }

  @Test
  void everyHostIsMadeUp() throws IOException {
    assertThat(matches(HOST)).isNotEmpty().allMatch(host -> host.matches(".*[./]example"));
  }

  @Test
  void exampleSecretsSayThatTheyAreNotReal() throws IOException {
    Set<String> values = new HashSet<>();
    for (String field : SECRET_FIELDS) {
      values.addAll(committed().findValuesAsText(field));
    }

    assertThat(values).hasSizeGreaterThan(5).allMatch(value -> value.startsWith("not-a-real-"));
  }

  private static Set<String> matches(Pattern pattern) throws IOException {
    Set<String> matches = new HashSet<>();
    pattern
        .matcher(Files.readString(PactFile.COMMITTED))
        .results()
        .map(MatchResult::group)
        .forEach(matches::add);
    return matches;
  }

  private static JsonNode committed() throws IOException {
    return new JsonMapper().readTree(PactFile.COMMITTED.toFile());
  }
}
