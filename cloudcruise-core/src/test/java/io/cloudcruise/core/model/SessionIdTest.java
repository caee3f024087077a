package io.cloudcruise.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {
  private static final String LONGEST = "a".repeat(128);

  static Stream<String> safe() {
    return Stream.of(
        "0191d1b4-7c1e-4e0c-9f53-2f6a54f5e001",
        "session-1",
        "Run_1",
        "a",
        "-",
        "_",
        "0",
        "azAZ09_-",
        LONGEST);
  }

  static Stream<String> unsafe() {
    return Stream.of(
        "",
        LONGEST + "a",
        "a/b",
        "/",
        "a\\b",
        ".",
        "..",
        "a.b",
        "../vault",
        "%2e%2e",
        "%2F",
        "a%2Fb",
        "a;b",
        "a?b",
        "a#b",
        "a:b",
        "a@b",
        "a&b",
        "a=b",
        "a+b",
        "a~b",
        "a{b}",
        " ",
        "a b",
        " a",
        "a ",
        "a\tb",
        "a\u0000",
        "\u0000a",
        "a\rb",
        "a\nb",
        "a\r\nb",
        "a\n",
        "a\r",
        "a\u0085",
        "a\u2028",
        "\u0661\u0662",
        "\uFF11",
        "\u00E9",
        "\u0430",
        "\uFF41",
        "\u0131",
        "a\u0301",
        "a\u200B",
        "\uD83D\uDE00");
  }

  @ParameterizedTest
  @MethodSource("safe")
  void acceptsOneSafePathSegment(String value) {
    var id = new SessionId(value);

    assertThat(id.value()).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("safe")
  void tellsThatASafePathSegmentIsValid(String value) {
    assertThat(SessionId.isValid(value)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("unsafe")
  void refusesWhatIsNotOneSafePathSegment(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SessionId(value));
  }

  @ParameterizedTest
  @MethodSource("unsafe")
  void tellsThatWhatIsNotOneSafePathSegmentIsInvalid(String value) {
    assertThat(SessionId.isValid(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../vault/canary", "canary\r\nX-Header: 1", "sk_canary?"})
  void refusesWithoutQuotingTheValue(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionId(value))
        .withMessageNotContaining("canary")
        .withMessageNotContaining("\n")
        .withMessageContaining(value.length() + " characters");
  }

  @Test
  void printsItsValue() {
    assertThat(new SessionId("run-1")).hasToString("run-1");
  }

  @Test
  void tellsCasesApart() {
    assertThat(new SessionId("run-a")).isNotEqualTo(new SessionId("run-A"));
  }
}
