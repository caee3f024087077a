package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.decode;
import static io.cloudcruise.jackson.ResponseDecoderRig.drifts;
import static io.cloudcruise.jackson.ResponseDecoderRig.failure;
import static io.cloudcruise.jackson.ResponseDecoderRig.json;
import static io.cloudcruise.jackson.ResponseDecoderRig.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseDecoderWrongKindTest {
  private static final String CANARY = "canary-2b9e";
  private static final String CANARY_NUMBER = "271828182845";

  /** The places where the library branches: template, path, and the kind that belongs there. */
  private static final List<List<String>> PLACES =
      List.of(
          List.of("{'status':'x','session_id':%s}", "/session_id", "a string"),
          List.of("{'session_id':'run-1','status':%s}", "/status", "a string"),
          List.of(known("'input_variables':%s"), "/input_variables", "an object"),
          List.of(known("'vault_entries':%s"), "/vault_entries", "an object"),
          List.of(known("'vault_entries':{'A':%s}"), "/vault_entries/A", "an object"),
          List.of(known("'encrypted_variables':%s"), "/encrypted_variables", "an array"),
          List.of(known("'encrypted_variables':['A',%s]"), "/encrypted_variables/1", "a string"),
          List.of(known("'errors':%s"), "/errors", "an array"),
          List.of(known("'errors':[{},%s]"), "/errors/1", "an object"),
          List.of(known("'screenshot_urls':%s"), "/screenshot_urls", "an array"),
          List.of(known("'screenshot_urls':[{},{},%s]"), "/screenshot_urls/2", "an object"),
          List.of(known("'video_urls':%s"), "/video_urls", "an array"),
          List.of(known("'video_urls':[%s]"), "/video_urls/0", "an object"),
          List.of(known("'file_urls':%s"), "/file_urls", "an array"),
          List.of(known("'file_urls':[%s]"), "/file_urls/0", "an object"),
          List.of(known("'was_recovered':%s"), "/was_recovered", "true or false"),
          List.of(known("'recovered_error_ids':%s"), "/recovered_error_ids", "an array"),
          List.of(known("'recovered_error_ids':[%s]"), "/recovered_error_ids/0", "a string"),
          List.of(known("'errors':[{'error_id':%s}]"), "/errors/0/error_id", "a string"),
          List.of(
              known("'errors':[{'llm_error_category':%s}]"),
              "/errors/0/llm_error_category",
              "a string"),
          List.of(
              known("'errors':[{'llm_error_sub_type':%s}]"),
              "/errors/0/llm_error_sub_type",
              "a string"));

  private static final Map<String, String> KINDS =
      Map.of(
          "'" + CANARY + "'",
          "a string",
          "{'x':'" + CANARY + "'}",
          "an object",
          "['" + CANARY + "']",
          "an array",
          CANARY_NUMBER,
          "a number",
          CANARY_NUMBER + ".5e3",
          "a number",
          "true",
          "true or false",
          "false",
          "true or false");

  private static String known(String fields) {
    return response(fields);
  }

  static Stream<Arguments> wrongKinds() {
    return PLACES.stream()
        .flatMap(
            place ->
                KINDS.entrySet().stream()
                    .filter(kind -> !kind.getValue().equals(place.get(2)))
                    .map(
                        kind ->
                            Arguments.of(
                                place.get(0).replace("%s", kind.getKey()).replace('\'', '"'),
                                place.get(1),
                                place.get(2),
                                kind.getValue())));
  }

  @ParameterizedTest
  @MethodSource("wrongKinds")
  void refusesOtherKindsWhereItBranches(
      String response, String path, String expected, String found) {
    ContractViolationException violation = failure(response);

    assertThat(violation.path()).isEqualTo(path);
    assertThat(violation.expected()).isEqualTo(expected);
    assertThat(violation.found()).isEqualTo(found);
    assertThat(violation.httpStatus()).hasValue(200);
    assertThat(violation).hasNoCause().hasNoSuppressedExceptions();
    assertThat(violation.toString()).contains(path).doesNotContain(CANARY, CANARY_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{}]", "\"x\"", "null", "5", "1.5", "true", "false"})
  void refusesWhatIsNoObject(String response) {
    ContractViolationException violation = failure(response);

    assertThat(violation.path()).isEmpty();
    assertThat(violation.expected()).isEqualTo("an object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /session_id | nothing",
        "{\"status\":\"x\"} | /session_id | nothing",
        "{\"status\":\"x\",\"session_id\":null} | /session_id | null",
        "{\"session_id\":\"run-1\"} | /status | nothing",
        "{\"session_id\":\"run-1\",\"status\":null} | /status | null",
      })
  void refusesAnResponseWithoutSessionOrStatus(String response, String path, String found) {
    ContractViolationException violation = failure(response);

    assertThat(violation.path()).isEqualTo(path);
    assertThat(violation.expected()).isEqualTo("a string");
    assertThat(violation.found()).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "../" + CANARY, CANARY + " ", "a/b", "é"})
  void refusesASessionThatIsNoSafeId(String id) {
    ContractViolationException violation =
        failure("{\"session_id\":\"" + id + "\",\"status\":\"x\"}");

    assertThat(violation.path()).isEqualTo("/session_id");
    assertThat(violation.toString()).doesNotContain(CANARY);
  }

  @Test
  void refusesAnotherRun() {
    ContractViolationException violation =
        failure("{\"session_id\":\"" + CANARY + "\",\"status\":\"x\"}");

    assertThat(violation.path()).isEqualTo("/session_id");
    assertThat(violation.expected()).isEqualTo("the run asked for");
    assertThat(violation.toString()).doesNotContain(CANARY);
  }

  @Test
  void takesAUuidInEitherCase() {
    String id = "8d1f3c52-64a7-4b0e-9c21-5e0b7f9a2d34";
    byte[] response = ResponseDecoderRig.fixture("edition-2025");

    RunResults results = decode(response, "8D1F3C52-64A7-4B0E-9C21-5E0B7F9A2D34");

    assertThat(results.sessionId().value()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"errors", "screenshot_urls", "video_urls", "file_urls"})
  void passesOverANullInAListAndReportsIt(String list) {
    String response = response("\"" + list + "\":[null,{\"x\":1},null]");

    RunResults results = decode(response);

    assertThat(results.errors().size() + results.artifacts().size()).isEqualTo(1);
    assertThat(drifts(response))
        .contains(new Drift(Drift.Kind.UNEXPECTED_KIND, "/" + list + "/0", Optional.empty()));
  }

  @Test
  void keepsEmptyTextsAsTheyAre() {
    RunResults results =
        decode(
            response(
                "\"workflow_id\":\"\",\"errors\":[{\"error_id\":\"\",\"message\":\"\","
                    + "\"llm_error_category\":\"\"}],\"recovered_error_ids\":[\"\"],"
                    + "\"file_urls\":[{\"signed_file_url\":\"\",\"file_name\":\"\"}]"));

    assertThat(results.workflowId().orElseThrow().value()).isEmpty();
    assertThat(results.errors().get(0).message()).contains("");
    assertThat(results.errors().get(0).recovered()).isTrue();
    assertThat(results.files().get(0).name()).contains("");
    assertThat(results.files().get(0).url().orElseThrow().reveal()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "screenshot_urls, signed_screenshot_url_expires",
    "video_urls, signed_screen_recording_url_expires",
    "file_urls, signed_file_url_expires",
  })
  void keepsAnExpiryThatHasNoUrl(String list, String field) {
    RunResults results = decode(response("\"" + list + "\":[{\"" + field + "\":\"a\\\"\\n\"}]"));

    assertThat(results.artifacts().get(0).url()).isEmpty();
    assertThat(results.artifacts().get(0).otherFields())
        .isEqualTo(Map.of(field, json("\"a\\\"\\n\"")));
  }

  @Test
  void keepsARecordingsSessionThatIsNoId() {
    List<Drift> heard =
        new ArrayList<>(drifts(response("\"video_urls\":[{\"session_id\":\"a/b\"}]")));

    RunResults results = decode(response("\"video_urls\":[{\"session_id\":\"a/b\"}]"));

    assertThat(heard).isEmpty();
    assertThat(results.recordings().get(0).session()).isEmpty();
    assertThat(results.recordings().get(0).otherFields())
        .isEqualTo(Map.of("session_id", json("\"a/b\"")));
  }
}
