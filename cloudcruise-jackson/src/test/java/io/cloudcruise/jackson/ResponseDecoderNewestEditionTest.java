package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.decodeFixture;
import static io.cloudcruise.jackson.ResponseDecoderRig.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.Classification;
import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.ErrorId;
import io.cloudcruise.core.model.ErrorSubType;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.PageUrl;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.Screenshot;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.model.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The newest edition, and all its nulls as the official JavaScript client types them. */
class ResponseDecoderNewestEditionTest {
  private static SignedUrl url(String url, String expiry) {
    return new SignedUrl(url, Optional.of(time(expiry)));
  }

  private static Timestamp time(String text) {
    return new Timestamp(text);
  }

  private static Map<String, JsonText> nulls(String... names) {
    Map<String, JsonText> nulls = new LinkedHashMap<>();
    for (String name : names) {
      nulls.put(name, json("null"));
    }
    return nulls;
  }

  @Test
  void readsTheNewestEdition() {
    RunResults results = decodeFixture("edition-newest");

    assertThat(results.retries()).hasValue(0);
    assertThat(results.recoveryFlag()).contains(true);
    assertThat(results.recoveredErrorIds())
        .containsExactly(new ErrorId("error-1"), new ErrorId("error-unknown"));
    assertThat(results.recoveredErrors())
        .extracting(RunError::id)
        .containsExactly(Optional.of(new ErrorId("error-1")));
    assertThat(results.output()).contains(json("{ \"total\": 1.10, \"id\": 9007199254740993 }"));
    assertThat(results.files().get(0).metadata())
        .contains(json("{ \"pages\": 3, \"scale\": 1.0 }"));
    assertThat(results.otherFields())
        .containsExactly(
            Map.entry("encrypted_variables", json("[]")), Map.entry("video_urls", json("[]")));
  }

  @Test
  void readsEveryFieldOfTheNewestErrors() {
    RunError error = decodeFixture("edition-newest").errors().get(0);

    assertThat(error.message()).contains("The row was not there yet");
    assertThat(error.id()).contains(new ErrorId("error-1"));
    assertThat(error.pageUrl()).contains(new PageUrl("https://a.example.org/rows"));
    assertThat(error.timestamp()).contains(new Timestamp("2026-06-07T08:09:08.000000+00:00"));
    assertThat(error.code()).contains("ERR-0100");
    assertThat(error.actionType()).contains("EXTRACT");
    assertThat(error.actionName()).contains("Read the rows");
    assertThat(error.originalError()).contains("timeout after 5000 ms");
    assertThat(error.classification())
        .contains(
            Classification.builder()
                .category(new ErrorCategory("UPSTREAM_ERROR"))
                .subType(new ErrorSubType("TIMING_RACE"))
                .description("The table was still loading.")
                .build());
    assertThat(error.nodeId()).contains("node-8");
    assertThat(error.inputRecovery()).contains(json("{ \"wait\": [ 1, 2 ] }"));
    assertThat(error.passwordUpdateRecovery()).contains(json("true"));
    assertThat(error.prompt()).isEmpty();
    assertThat(error.model()).isEmpty();
    assertThat(error.recovered()).isTrue();
    assertThat(error.otherFields()).isEmpty();
  }

  @Test
  void readsEveryFieldOfTheNewestScreenshots() {
    RunResults results = decodeFixture("edition-newest");

    assertThat(results.screenshots())
        .containsExactly(
            Screenshot.builder()
                .url(
                    url(
                        "https://files.example.org/s/9.jpeg?token=nine",
                        "2026-06-08T08:09:09.000000+00:00"))
                .timestamp(time("2026-06-07T08:09:09.000000+00:00"))
                .nodeName("Search")
                .error(true)
                .fullLength(true)
                .retryIndex(1L)
                .nodeId("node-9")
                .id("shot-1")
                .metadata(json("{ \"zoom\": 0.50 }"))
                .build());
  }

  @Test
  void readsNullInEveryPlaceWhereOneIsAllowed() {
    RunResults results = decodeFixture("js-sdk-nulls");

    Map<String, JsonText> others = nulls("workflow_id");
    others.put("input_variables", json("{}"));
    others.putAll(
        nulls(
            "encrypted_variables",
            "session_retries",
            "data",
            "video_urls",
            "file_urls",
            "screenshot_urls",
            "vault_entries",
            "was_recovered",
            "recovered_error_ids"));
    assertThat(results)
        .isEqualTo(
            RunResults.builder(
                    new SessionId("5a5b5c5d-6a6b-4c6d-8e6f-7a7b7c7d7e7f"),
                    new RunStatus("execution.queued", RunStatus.Kind.QUEUED))
                .errors(
                    List.of(
                        RunError.builder()
                            .id(new ErrorId("error-9"))
                            .otherFields(
                                nulls(
                                    "message",
                                    "created_at",
                                    "full_url",
                                    "error_code",
                                    "action_type",
                                    "action_display_name",
                                    "original_error",
                                    "llm_error_category",
                                    "llm_error_sub_type",
                                    "llm_error_description",
                                    "node_id",
                                    "input_recovery",
                                    "password_update_recovery",
                                    "prompt",
                                    "llm_model"))
                            .build()))
                .otherFields(others)
                .build());
    assertThat(results.otherFields().keySet()).containsExactlyElementsOf(others.keySet());
  }
}
