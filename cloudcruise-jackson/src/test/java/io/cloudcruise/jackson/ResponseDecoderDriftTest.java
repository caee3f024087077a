package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.decode;
import static io.cloudcruise.jackson.ResponseDecoderRig.drifts;
import static io.cloudcruise.jackson.ResponseDecoderRig.json;
import static io.cloudcruise.jackson.ResponseDecoderRig.response;
import static io.cloudcruise.jackson.ResponseDecoderRig.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.model.Classification;
import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.ErrorSubType;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResponseDecoderDriftTest {

  private static Drift unknownField(String path) {
    return new Drift(Drift.Kind.UNKNOWN_FIELD, path, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"new\":1 | /new",
        "\"a/b~c\":1 | /a~1b~0c",
        "\"errors\":[{},{\"new\":1}] | /errors/1/new",
        "\"screenshot_urls\":[{\"new\":1}] | /screenshot_urls/0/new",
        "\"video_urls\":[{\"new\":1}] | /video_urls/0/new",
        "\"file_urls\":[{\"new\":{\"deeper\":1}}] | /file_urls/0/new",
      })
  void reportsUnknownFieldsOfEveryLevel(String fields, String path) {
    assertThat(drifts(response(fields))).containsExactly(unknownField(path));
  }

  @Test
  void reportsNothingOfWhatBelongsToTheCaller() {
    String fields =
        "\"data\":{\"x\":1},\"input_variables\":{\"x\":{\"y\":1}},"
            + "\"vault_entries\":{\"A\":{\"x\":1}},\"file_urls\":[{\"metadata\":{\"x\":1}}]";

    assertThat(drifts(response(fields))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.jackson.ResponseDecoderRig#fixtures")
  void reportsNothingOfTheEditionsDocumentedYetSomethingOfTheRest(String fixture) {
    List<Drift> drifts = new ArrayList<>();
    RunResultsJson.create(RunResultsJson.outputReader(), drifts::add)
        .read(ResponseDecoderRig.fixture(fixture));

    assertThat(drifts.isEmpty())
        .isEqualTo(fixture.startsWith("edition") || fixture.startsWith("js-"));
  }

  @Test
  void reportsAnUnknownStatusAndKeepsIt() {
    String response = "{\"session_id\":\"run-1\",\"status\":\"execution.dreaming\"}";

    RunResults results = decode(response);

    assertThat(results.status())
        .isEqualTo(new RunStatus("execution.dreaming", RunStatus.Kind.UNKNOWN));
    assertThat(drifts(response))
        .containsExactly(
            new Drift(Drift.Kind.UNKNOWN_STATUS, "/status", Optional.of("execution.dreaming")));
  }

  @Test
  void reportsUnknownClassificationsAndKeepsThem() {
    String response =
        response("\"errors\":[{\"llm_error_category\":\"ODD\",\"llm_error_sub_type\":\"ODDER\"}]");

    assertThat(decode(response).errors().get(0).classification())
        .contains(
            Classification.builder()
                .category(new ErrorCategory("ODD"))
                .subType(new ErrorSubType("ODDER"))
                .build());
    assertThat(drifts(response))
        .containsExactly(
            new Drift(
                Drift.Kind.UNKNOWN_CATEGORY, "/errors/0/llm_error_category", Optional.of("ODD")),
            new Drift(
                Drift.Kind.UNKNOWN_SUB_TYPE, "/errors/0/llm_error_sub_type", Optional.of("ODDER")));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void knowsEveryCategoryOldAndNew(ErrorCategory.Kind kind) {
    String response = response("\"errors\":[{\"llm_error_category\":\"" + kind + "\"}]");

    assertThat(drifts(response)).isEmpty();
    assertThat(decode(response).errors().get(0).classification().flatMap(Classification::category))
        .map(ErrorCategory::kind)
        .contains(kind);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void knowsEverySubTypeOldAndNew(ErrorSubType.Kind kind) {
    String response = response("\"errors\":[{\"llm_error_sub_type\":\"" + kind + "\"}]");

    assertThat(drifts(response)).isEmpty();
    assertThat(decode(response).errors().get(0).classification().flatMap(Classification::subType))
        .map(ErrorSubType::kind)
        .contains(kind);
  }

  @Test
  void reportsEachThingOnceAtTheFirstPlace() {
    String screenshots =
        IntStream.range(0, 1000)
            .mapToObj(i -> i < 3 ? "{}" : "{\"depth\":" + i + ",\"retry_index\":\"1\"}")
            .collect(Collectors.joining(","));

    List<Drift> drifts = drifts(response("\"screenshot_urls\":[" + screenshots + "]"));

    assertThat(drifts)
        .containsExactly(
            unknownField("/screenshot_urls/3/depth"),
            new Drift(
                Drift.Kind.UNEXPECTED_KIND, "/screenshot_urls/3/retry_index", Optional.empty()));
  }

  @Test
  void reportsDifferentWordsApart() {
    String errors =
        Stream.of("NEW_A", "NEW_B", "NEW_A")
            .map(word -> "{\"llm_error_category\":\"" + word + "\"}")
            .collect(Collectors.joining(","));

    assertThat(drifts(response("\"errors\":[" + errors + "]")))
        .extracting(drift -> drift.word().orElseThrow())
        .containsExactly("NEW_A", "NEW_B");
  }

  @Test
  void stopsReportingAfterAHundredThings() {
    String fields =
        IntStream.range(0, 500).mapToObj(i -> "\"x" + i + "\":1").collect(Collectors.joining(","));

    assertThat(drifts(response(fields))).hasSize(100);
    assertThat(decode(response(fields)).otherFields()).hasSize(500);
  }

  @Test
  void lastsThroughAListenerThatThrows() {
    List<Drift> heard = new ArrayList<>();

    RunResults results =
        decode(
            utf8(response("\"a\":1,\"b\":2")),
            "run-1",
            Limits.DEFAULT,
            drift -> {
              heard.add(drift);
              throw new IllegalStateException("listener in trouble");
            });

    assertThat(results.otherFields()).containsKeys("a", "b");
    assertThat(heard).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "run-2, 1",
    "RUN-1, 1",
    "run-1, 1}{",
    "run-1, tru",
  })
  void reportsNothingOfAnResponseThatIsRefused(String asked, String value) {
    List<Drift> heard = new ArrayList<>();

    assertThatThrownBy(
            () -> decode(utf8(response("\"new\":" + value)), asked, Limits.DEFAULT, heard::add))
        .isInstanceOf(ContractViolationException.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void replacesWhatCannotBePrintedInPathsAndWords() {
    String response =
        "{\"session_id\":\"run-1\",\"status\":\"a\\nb\\u202e\","
            + "\"x\\r\\n\\u0000\\u001b[31m\\u2028y\\u2029\":1}";

    assertThat(drifts(response))
        .containsExactly(
            new Drift(Drift.Kind.UNKNOWN_STATUS, "/status", Optional.of("a?b?")),
            unknownField("/x????[31m?y?"));
  }

  /** Of the status given, and with a field of the name given. */
  private static List<Drift> driftsOf(String status, String name) {
    return drifts("{\"session_id\":\"run-1\",\"status\":\"%s\",\"%s\":1}".formatted(status, name));
  }

  @Test
  void shortensPathsAndWords() {
    assertThat(driftsOf("s".repeat(64), "n".repeat(199)))
        .containsExactly(
            new Drift(Drift.Kind.UNKNOWN_STATUS, "/status", Optional.of("s".repeat(64))),
            unknownField("/" + "n".repeat(199)));
    assertThat(driftsOf("s".repeat(65), "n".repeat(200)))
        .containsExactly(
            new Drift(Drift.Kind.UNKNOWN_STATUS, "/status", Optional.of("s".repeat(64) + "...")),
            unknownField("/" + "n".repeat(199) + "..."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "workflow_id | 5",
        "session_retries | \"2\"",
        "session_retries | 1.5",
        "session_retries | 1e2",
        "session_retries | 99999999999999999999",
      })
  void keepsAndReportsOtherKindsWhereNothingDependsOnThem(String field, String value) {
    String response = response("\"" + field + "\":" + value);

    assertThat(decode(response).otherFields()).isEqualTo(Map.of(field, json(value)));
    assertThat(drifts(response))
        .containsExactly(new Drift(Drift.Kind.UNEXPECTED_KIND, "/" + field, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "errors | message created_at full_url error_code action_type action_display_name"
            + " original_error llm_error_description node_id prompt llm_model",
        "screenshot_urls | signed_screenshot_url node_display_name timestamp"
            + " signed_screenshot_url_expires full_length_screenshot error_screenshot retry_index"
            + " node_id screenshot_id",
        "video_urls | timestamp session_id signed_screen_recording_url"
            + " signed_screen_recording_url_expires",
        "file_urls | signed_file_url file_name timestamp signed_file_url_expires",
      })
  void keepsAndReportsOtherKindsInElements(String list, String fields) {
    for (String field : fields.split(" ", -1)) {
      String response = response("\"" + list + "\":[{\"" + field + "\":[ 1.0 ]}]");

      assertThat(others(decode(response), list)).isEqualTo(Map.of(field, json("[ 1.0 ]")));
      assertThat(drifts(response))
          .containsExactly(
              new Drift(Drift.Kind.UNEXPECTED_KIND, "/" + list + "/0/" + field, Optional.empty()));
    }
  }

  private static Map<String, JsonText> others(RunResults results, String list) {
    return list.equals("errors")
        ? results.errors().get(0).otherFields()
        : results.artifacts().get(0).otherFields();
  }
}
