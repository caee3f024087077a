package io.cloudcruise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker itself has to be able to say no. */
class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "01",
        "1.",
        "+1",
        "nul",
        "'a'",
        "\"a",
        "[1] 2",
        "\"\\x\"",
        "\"\u0001\"",
        "{a:1}",
        "[1 2]",
        "NaN"
      })
  void refusesWhatIsNoJson(String text) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Json.parse(text));
  }

  @Test
  void readsEveryKindOfValue() {
    Json json = Json.parse(" {\"a\": [1.50, true, null, \"\\u00e9\\n\"], \"b\": {}} ");

    assertThat(json.fields()).containsExactly("a", "b");
    assertThat(json.get("a").elements().get(0).number()).hasToString("1.50");
    assertThat(json.get("a").elements().get(2).isNull()).isTrue();
    assertThat(json.get("a").elements().get(3).text()).isEqualTo("é\n");
  }
}
