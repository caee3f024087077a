package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.decode;
import static io.cloudcruise.jackson.ResponseDecoderRig.fixture;
import static io.cloudcruise.jackson.ResponseDecoderRig.response;
import static io.cloudcruise.jackson.ResponseDecoderRig.utf8;
import static io.cloudcruise.jackson.WrittenTree.tree;
import static io.cloudcruise.jackson.WrittenTree.written;
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

  /** What should be written of a response: all of it, secrets masked. */
  private static ObjectNode masked(ObjectNode response) {
    if (response.get("input_variables") instanceof ObjectNode inputs) {
      for (JsonNode name : response.path("encrypted_variables")) {
        String bare = name.asText().replace("$", "");
        if (inputs.has(bare)) {
          inputs.put(bare, "***");
        }
      }
    }
    Set<String> shown = Set.of("permissioned_user_id", "user_id", "user_alias", "alias", "domain");
    for (JsonNode entry : response.path("vault_entries")) {
      for (Map.Entry<String, JsonNode> field : entry.properties()) {
        if (!shown.contains(field.getKey()) && !field.getValue().isNull()) {
          ((ObjectNode) entry).put(field.getKey(), "***");
        }
      }
    }
    return response;
  }

  private static ObjectNode withoutWhatIsAdded(ObjectNode written) {
    assertThat(written.remove("$written_by")).isNotNull();
    assertThat(written.remove("outcome")).isNotNull();
    for (JsonNode error : written.path("errors")) {
      assertThat(((ObjectNode) error).remove("recovered")).isNotNull();
      assertThat(((ObjectNode) error).remove("advice")).isNotNull();
    }
    return written;
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.jackson.ResponseDecoderRig#fixtures")
  void writesAllThatCame(String fixture) {
    RunResults results = JSON.read(fixture(fixture));

    assertThat(withoutWhatIsAdded(written(results))).isEqualTo(masked(tree(fixture(fixture))));
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.jackson.ResponseDecoderRig#fixtures")
  void writesTheSameAgainOfWhatItWrote(String fixture) {
    String once = JSON.write(JSON.read(fixture(fixture)));

    RunResults again = JSON.read(utf8(once));

    assertThat(JSON.write(again)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.jackson.ResponseDecoderRig#fixtures")
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
  @MethodSource("io.cloudcruise.jackson.ResponseDecoderExactTextTest#texts")
  void writesTheTextsOfTheCallerAsTheyCame(String text) {
    RunResults results =
        decode(
            response(
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

    assertThat(JSON.write(decode(response(entries)))).contains(entries);
  }
}
