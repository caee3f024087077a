package io.cloudcruise.core.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.Serializable;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionKeyTest {
  private static final String HEX = "0f1e2d3c4b5a6978".repeat(4);

  @Test
  void isTheSameInEitherCase() {
    EncryptionKey key = EncryptionKey.of(HEX);

    assertThat(key).isEqualTo(EncryptionKey.of(HEX.toUpperCase(Locale.ROOT)));
    assertThat(key).hasSameHashCodeAs(EncryptionKey.of(HEX));
    assertThat(key).isNotEqualTo(EncryptionKey.of("1" + HEX.substring(1))).isNotEqualTo(HEX);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 63, 65, 128})
  void refusesAnotherLengthWithoutQuotingIt(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EncryptionKey.of("a".repeat(length)))
        .withMessageContaining("64 hex digits, and this one is of " + length + " characters")
        .withMessageNotContaining("aaa")
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"g", " ", "\n", "\u0660", "\uFF11", "\"", "-"})
  void refusesWhatIsNoHexDigitWithoutQuotingIt(String other) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EncryptionKey.of(HEX.substring(1) + other))
        .withMessageContaining("holds something else at position 64")
        .withMessageNotContaining(HEX.substring(1, 9))
        .withNoCause();
  }

  @Test
  void neitherPrintsNorIsSerialisable() {
    assertThat(EncryptionKey.of(HEX)).hasToString("***").isNotInstanceOf(Serializable.class);
  }
}
