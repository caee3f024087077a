package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.decode;
import static io.cloudcruise.jackson.ResponseDecoderRig.failure;
import static io.cloudcruise.jackson.ResponseDecoderRig.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.ContractViolationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"status\":\"execution.failed\" | /status",
        "\"st\\u0061tus\":\"execution.failed\" | /status",
        "\"session_id\":\"run-1\" | /session_id",
        "\"data\":1,\"data\":2 | /data",
        "\"new\":1,\"new\":1 | /new",
        "\"errors\":null,\"errors\":[] | /errors",
        "\"input_variables\":{\"A\":1,\"A\":1} | /input_variables/A",
        "\"vault_entries\":{\"A\":{},\"A\":{}} | /vault_entries/A",
        "\"vault_entries\":{\"A\":{\"x\":1,\"x\":1}} | /vault_entries/A/x",
        "\"errors\":[{\"error_id\":\"1\",\"error_id\":\"2\"}] | /errors/0/error_id",
        "\"screenshot_urls\":[{},{\"x\":1,\"x\":2}] | /screenshot_urls/1/x",
        "\"video_urls\":[{\"timestamp\":\"1\",\"timestamp\":\"2\"}] | /video_urls/0/timestamp",
        "\"file_urls\":[{\"file_name\":null,\"file_name\":\"2\"}] | /file_urls/0/file_name",
      })
  void refusesANameThatComesTwice(String fields, String path) {
    ContractViolationException violation = failure(response(fields));

    assertThat(violation.path()).isEqualTo(path);
    assertThat(violation.expected()).isEqualTo("each field once");
    assertThat(violation.found()).isEqualTo("a field twice");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 11, 12, 13, 29, 30, 31, 32, 33, 40, 10_000})
  void refusesANameThatComesTwiceAmongMany(int between) {
    String others =
        IntStream.range(0, between)
            .mapToObj(i -> "\"x" + i + "\":1")
            .collect(Collectors.joining(","));

    assertThat(failure(response("\"first\":1," + others + ",\"first\":1")).path())
        .isEqualTo("/first");
    assertThat(failure(response(others + ",\"x" + (between - 1) + "\":1")).path())
        .isEqualTo("/x" + (between - 1));
  }

  @Test
  void leavesNamesThatComeTwiceInsideTheOutputToItsReader() {
    String twice = "{\"a\":1,\"a\":2}";

    assertThat(decode(response("\"data\":" + twice)).output().orElseThrow().text())
        .isEqualTo(twice);
  }

  @Test
  void tellsNamesInDifferentCaseApart() {
    assertThat(decode(response("\"Data\":1,\"data\":2")).output().orElseThrow().text())
        .isEqualTo("2");
  }
}
