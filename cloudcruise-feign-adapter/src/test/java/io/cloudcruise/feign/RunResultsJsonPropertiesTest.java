package io.cloudcruise.feign;

import static io.cloudcruise.feign.AnswerDecoderRig.utf8;
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
  Arbitrary<Tree> validAnswers() {
    return ArbitraryAnswers.valid();
  }

  private static RunResults read(String json) {
    return JSON.read(utf8(json));
  }

  @Property
  void allThatCameIsWrittenSecretsMasked(@ForAll("validAnswers") Tree answer) {
    RunResults results = Decoded.of(answer).orElseThrow().results();

    Tree written = Tree.parse(JSON.write(results));

    assertThat(Promised.of(written))
        .isEqualTo(Promised.masked(Promised.of(Tree.parse(answer.json()))));
  }

  @Property
  void theOutputIsWrittenCharacterForCharacter(@ForAll("validAnswers") Tree answer) {
    RunResults results = read(answer.json());

    String written = JSON.write(results);

    results
        .output()
        .ifPresent(
            output -> {
              assertThat(answer.json()).contains("\"data\":" + output.text());
              assertThat(written).contains("\"data\":" + output.text());
            });
    assertThat(read(written).output()).isEqualTo(results.output());
  }

  @Property
  void whatIsRevealedIsReadAsItWas(@ForAll("validAnswers") Tree answer) throws IOException {
    RunResults results = read(answer.json());
    ByteArrayOutputStream revealed = new ByteArrayOutputStream();

    JSON.writeRevealed(results, revealed);

    assertThat(JSON.read(revealed.toByteArray())).isEqualTo(results);
  }

  @Property
  void whatIsWrittenIsWrittenTheSameAgain(@ForAll("validAnswers") Tree answer) {
    String once = JSON.write(read(answer.json()));

    String again = JSON.write(read(once));

    assertThat(again).isEqualTo(once);
  }
}
