package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.BYTE_ORDER_MARK;
import static io.cloudcruise.jackson.ResponseDecoderRig.decode;
import static io.cloudcruise.jackson.ResponseDecoderRig.failure;
import static io.cloudcruise.jackson.ResponseDecoderRig.joined;
import static io.cloudcruise.jackson.ResponseDecoderRig.json;
import static io.cloudcruise.jackson.ResponseDecoderRig.response;
import static io.cloudcruise.jackson.ResponseDecoderRig.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.ContractViolationException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseDecoderEncodingTest {

  static Stream<Arguments> malformedWherever() {
    return Stream.of(
            "80", // a continuation without a start
            "bf",
            "c080", // overlong
            "c1bf",
            "e08080",
            "e09fbf",
            "f0808080",
            "f08fbfbf",
            "c3", // cut off
            "e282",
            "f09f98",
            "eda080", // half a surrogate pair
            "edbfbf",
            "eda0bdedb880", // a surrogate pair, as CESU-8 has it
            "f4908080", // above U+10FFFF
            "f5808080",
            "f888808080",
            "fe",
            "ff")
        .flatMap(
            hex ->
                Stream.of(
                    Arguments.of(hex, "\"data\":\"", "\""),
                    Arguments.of(hex, "\"data\":{\"", "\":1}"),
                    Arguments.of(hex, "\"data\":[{\"a\":\"b", "c\"}]"),
                    Arguments.of(hex, "\"unknown\":\"", "\""),
                    Arguments.of(hex, "\"unknown", "\":1"),
                    Arguments.of(hex, "\"workflow_id\":\"", "\""),
                    Arguments.of(hex, "\"errors\":[{\"message\":\"", "\"}]"),
                    Arguments.of(hex, "\"input_variables\":{\"A\":\"", "\"}"),
                    Arguments.of(hex, "\"input_variables\":{\"A", "\":1}"),
                    Arguments.of(hex, "\"vault_entries\":{\"A\":{\"password\":\"", "\"}}")));
  }

  @ParameterizedTest
  @MethodSource("malformedWherever")
  void refusesMalformedUtf8(String hex, String before, String after) {
    byte[] whole = utf8(response(before + "@" + after));
    int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf('@');
    byte[] response =
        joined(
            Arrays.copyOf(whole, at),
            HexFormat.of().parseHex(hex),
            Arrays.copyOfRange(whole, at + 1, whole.length));

    ContractViolationException violation = failure(response);

    assertThat(violation.expected()).isEqualTo("JSON in UTF-8");
    assertThat(violation.found()).isEqualTo("malformed UTF-8");
  }

  @Test
  void refusesMalformedUtf8FarBehindTheStart() {
    byte[] response =
        joined(
            utf8("{\"session_id\":\"run-1\",\"status\":\"x\",\"data\":\"" + "é".repeat(100_000)),
            new byte[] {(byte) 0xC0, (byte) 0x80},
            utf8("\"}"));

    assertThat(failure(response).found()).isEqualTo("malformed UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "ß€", "日本", "😀", "\uFFFD", "\uFFFF", "\u0080", "\uE000", "a\u0301"})
  void takesEveryCharacter(String text) {
    String longText = text.repeat(10_001);

    RunResults results =
        decode(response("\"data\":\"" + longText + "\",\"workflow_id\":\"" + longText + "\""));

    assertThat(results.output()).contains(json("\"" + longText + "\""));
    assertThat(results.workflowId().orElseThrow().value()).isEqualTo(longText);
  }

  @Test
  void takesAMarkAtTheStart() {
    byte[] response =
        joined(BYTE_ORDER_MARK, utf8(response("\"data\": {\"é\" : 1.10 } ,\"x\": [ \"ü\" ]")));

    RunResults results = decode(response, "run-1");

    assertThat(results.output()).contains(json("{\"é\" : 1.10 }"));
    assertThat(results.otherFields()).containsEntry("x", json("[ \"ü\" ]"));
  }

  @Test
  void refusesAMarkAndNothingElse() {
    assertThat(failure(BYTE_ORDER_MARK).found()).isEqualTo("an empty response");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-16",
        "UTF-16LE",
        "UTF-16BE",
        "x-UTF-16LE-BOM",
        "UTF-32",
        "UTF-32LE",
        "UTF-32BE"
      })
  void refusesOtherEncodings(String charset) {
    byte[] response = response("\"data\":1").getBytes(Charset.forName(charset));

    assertThat(failure(response).found()).isEqualTo("another encoding");
    assertThat(failure(joined(BYTE_ORDER_MARK, response)).found()).isEqualTo("another encoding");
  }

  @Test
  void refusesLatin1() {
    byte[] response = response("\"data\":\"Müller\"").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(failure(response).found()).isEqualTo("malformed UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7b", "00", "ff", "fe", "c3", "22", "5b", "ef", "efbb"})
  void refusesAFewBytes(String hex) {
    assertThat(failure(HexFormat.of().parseHex(hex))).isNotNull();
  }

  @Test
  void tellsAnotherEncodingByItsFirstCharacter() {
    assertThat(failure("{".getBytes(StandardCharsets.UTF_16BE)).found())
        .isEqualTo("another encoding");
    assertThat(failure("{".getBytes(StandardCharsets.UTF_16LE)).found())
        .isEqualTo("another encoding");
  }
}
