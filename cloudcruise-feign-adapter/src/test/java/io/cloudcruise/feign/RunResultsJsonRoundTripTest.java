package io.cloudcruise.feign;

import static io.cloudcruise.feign.AnswerDecoderRig.answer;
import static io.cloudcruise.feign.AnswerDecoderRig.decode;
import static io.cloudcruise.feign.AnswerDecoderRig.fixture;
import static io.cloudcruise.feign.AnswerDecoderRig.utf8;
import static io.cloudcruise.feign.WrittenTree.tree;
import static io.cloudcruise.feign.WrittenTree.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudcruise.core.model.RunResults;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunResultsJsonRoundTripTest {
  private static final RunResultsJson JSON = RunResultsJson.create();

  /** What should be written of an answer: all of it, secrets masked. */
  private static ObjectNode masked(ObjectNode answer) {
    if (answer.get("input_variables") instanceof ObjectNode inputs) {
      for (JsonNode name : answer.path("encrypted_variables")) {
        String bare = name.asText().replace("$", "");
        if (inputs.has(bare)) {
          inputs.put(bare, "***");
        }
      }
    }
    Set<String> shown = Set.of("permissioned_user_id", "user_id", "user_alias", "alias", "domain");
    for (JsonNode entry : answer.path("vault_entries")) {
      for (Map.Entry<String, JsonNode> field : entry.properties()) {
        if (!shown.contains(field.getKey()) && !field.getValue().isNull()) {
          ((ObjectNode) entry).put(field.getKey(), "***");
        }
      }
    }
    return answer;
  }

  private static ObjectNode withoutWhatIsAdded(ObjectNode written) {
    assertThat(written.remove("outcome")).isNotNull();
    for (JsonNode error : written.path("errors")) {
      assertThat(((ObjectNode) error).remove("recovered")).isNotNull();
      assertThat(((ObjectNode) error).remove("advice")).isNotNull();
    }
    return written;
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.feign.AnswerDecoderRig#fixtures")
  void writesAllThatCame(String fixture) {
    RunResults results = JSON.read(fixture(fixture));

    assertThat(withoutWhatIsAdded(written(results))).isEqualTo(masked(tree(fixture(fixture))));
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.feign.AnswerDecoderRig#fixtures")
  void writesTheSameAgainOfWhatItWrote(String fixture) {
    String once = JSON.write(JSON.read(fixture(fixture)));

    RunResults again = JSON.read(utf8(once));

    assertThat(JSON.write(again)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.feign.AnswerDecoderRig#fixtures")
  void writesNoSecretButWholeUrls(String fixture) {
    RunResults results = JSON.read(fixture(fixture));

    String text = JSON.write(results);

    assertThat(text).doesNotContain("secret-");
    results
        .artifacts()
        .forEach(
            artifact ->
                artifact
                    .url()
                    .ifPresent(url -> assertThat(text).contains('"' + url.reveal() + '"')));
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.feign.AnswerDecoderExactTextTest#texts")
  void writesTheTextsOfTheCallerAsTheyCame(String text) {
    RunResults results =
        decode(
            answer(
                "\"data\":"
                    + text
                    + ",\"x\":"
                    + text
                    + ",\"input_variables\":{\"A\":"
                    + text
                    + "}"));

    String written = JSON.write(results);

    assertThat(written).contains("\"data\":" + text, "\"x\":" + text, "{\"A\":" + text + "}");
  }

  @Test
  void writesTheRestOfAVaultEntryWithAFieldWithoutAName() {
    String entries = "\"vault_entries\":{\"L\":{\"user_alias\":\"al\",\"\":null}}";

    assertThat(JSON.write(decode(answer(entries)))).contains(entries);
  }
}
