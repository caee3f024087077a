package io.cloudcruise.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.Serializable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk_canary\r\nX-Evil: 1",
        "sk_canary\n",
        "\rsk_canary",
        " sk_canary",
        "sk_canary ",
        "sk_ canary",
        "\tsk_canary",
        "sk_canary\u0000",
        "sk_canary\u007F",
        "sk_canary\u00A0",
        "sk_canary\u0080",
        "sk_canary\u00E9",
        "sk_canary\u200B",
        "sk_canary\uFEFF",
        "sk_canary\uD83D\uDD11",
        "\u201Csk_canary\u201D"
      })
  void refusesWhatNoKeyHoldsAndDoesNotQuoteIt(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.of(value))
        .withMessageNotContaining("canary")
        .withMessageMatching(".* at position \\d+ of " + value.length() + ": .*")
        .withNoCause();
  }

  @Test
  void refusesNoKeyAtAll() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.of(""))
        .withMessage("the API key is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "!", "~", "sk_live_0123", "{}", "a,b;c", "\"%\""})
  void takesAnyVisibleAscii(String value) {
    assertThat(ApiKey.of(value).reveal()).isEqualTo(value);
  }

  @Test
  void doesNotPrint() {
    assertThat(ApiKey.of("sk_canary")).hasToString("***");
    assertThat("key: " + ApiKey.of("sk_canary")).isEqualTo("key: ***");
  }

  @Test
  void isNotSerializable() {
    assertThat(ApiKey.of("sk_canary")).isNotInstanceOf(Serializable.class);
  }

  @Test
  void isEqualToTheSameKey() {
    assertThat(ApiKey.of("sk_1"))
        .isEqualTo(ApiKey.of("sk_1"))
        .hasSameHashCodeAs(ApiKey.of("sk_1"))
        .isNotEqualTo(ApiKey.of("sk_2"))
        .isNotEqualTo("sk_1");
  }
}
