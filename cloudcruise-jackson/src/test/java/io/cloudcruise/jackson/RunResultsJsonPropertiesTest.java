package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.RunResults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RunResultsJsonPropertiesTest {
  private static final RunResultsJson JSON = RunResultsJson.create();

  @Provide
  Arbitrary<Tree> validResponses() {
    return ArbitraryResponses.valid();
  }

  private static RunResults read(String json) {
    return JSON.read(utf8(json));
  }

  @Property
  void allThatCameIsWrittenSecretsMasked(@ForAll("validResponses") Tree response) {
    RunResults results = Decoded.of(response).orElseThrow().results();

    Tree written = Tree.parse(JSON.write(results));

    assertThat(Promised.of(written))
        .isEqualTo(Promised.masked(Promised.of(Tree.parse(response.json()))));
  }

  @Property
  void theOutputIsWrittenCharacterForCharacter(@ForAll("validResponses") Tree response) {
    RunResults results = read(response.json());

    String written = JSON.write(results);

    results
        .output()
        .ifPresent(
            output -> {
              assertThat(response.json()).contains("\"data\":" + output.text());
              assertThat(written).contains("\"data\":" + output.text());
            });
    assertThat(read(written).output()).isEqualTo(results.output());
  }

  @Property
  void revealedResultsAreReadBackAsTheyWere(@ForAll("validResponses") Tree response)
      throws IOException {
    RunResults results = read(response.json());
    ByteArrayOutputStream revealed = new ByteArrayOutputStream();

    JSON.writeRevealed(results, revealed);

    assertThat(JSON.read(revealed.toByteArray())).isEqualTo(results);
  }

  @Property
  void resultsAreWrittenTheSameTwice(@ForAll("validResponses") Tree response) {
    String once = JSON.write(read(response.json()));

    String again = JSON.write(read(once));

    assertThat(again).isEqualTo(once);
  }
}
