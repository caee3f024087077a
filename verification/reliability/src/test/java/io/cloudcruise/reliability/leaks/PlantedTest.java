package io.cloudcruise.reliability.leaks;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What finds nothing would find no leak. */
class PlantedTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "k", "ke", "key", "keys"})
  void isFoundInEveryEncoding(String before) {
    byte[] bytes = (before + Planted.API_KEY).getBytes(UTF_8);

    assertThat(Planted.isIn(Base64.getEncoder().encodeToString(bytes))).isTrue();
    assertThat(Planted.isIn(HexFormat.of().withUpperCase().formatHex(bytes))).isTrue();
    assertThat(Planted.isIn(Arrays.toString(bytes))).isTrue();
    assertThat(Planted.isIn(Arrays.toString(new String(bytes, UTF_8).toCharArray()))).isTrue();
    assertThat(Planted.isIn(URLEncoder.encode(new String(bytes, UTF_8), UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "k"})
  void isFoundInBytes(String before) {
    assertThat(Planted.isIn((before + "a Canary").getBytes(UTF_8))).isTrue();
    assertThat(Planted.isIn((before + "a canary").getBytes(UTF_16LE))).isTrue();
    assertThat(Planted.isIn((before + "a canary").getBytes(UTF_16BE))).isTrue();
    assertThat(Planted.isIn(HexFormat.of().parseHex(Planted.ENCRYPTION_KEY))).isTrue();
  }

  @Test
  void isNotFoundWhereItIsNot() {
    assertThat(Planted.isIn("a robin")).isFalse();
    assertThat(Planted.isIn("a robin".getBytes(UTF_8))).isFalse();
    assertThatThrownBy(() -> Planted.isNotIn(Planted.ENCRYPTION_KEY, "a test"))
        .hasMessageContaining("a test");
  }
}
