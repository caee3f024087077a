package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.decodeFixture;
import static io.cloudcruise.jackson.ResponseDecoderRig.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.Classification;
import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.ErrorId;
import io.cloudcruise.core.model.InputVariable.PlainValue;
import io.cloudcruise.core.model.InputVariable.SecretValue;
import io.cloudcruise.core.model.InputVariable.VaultReference;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.PageUrl;
import io.cloudcruise.core.model.Recording;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.Screenshot;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.model.Timestamp;
import io.cloudcruise.core.model.VaultEntry;
import io.cloudcruise.core.model.WorkflowId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every field of every edition, compared as whole values. */
class ResponseDecoderEditionsTest {
  private static final RunStatus SUCCESS =
      new RunStatus("execution.success", RunStatus.Kind.SUCCEEDED);

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
  void readsTheEditionOf2025() {
    SessionId run = new SessionId("8d1f3c52-64a7-4b0e-9c21-5e0b7f9a2d34");

    RunResults results = decodeFixture("edition-2025");

    assertThat(results)
        .isEqualTo(
            RunResults.builder(run, SUCCESS)
                .inputs(
                    Map.of(
                        "PATIENT_ID", new PlainValue(json("\"P-4711\"")),
                        "VISITS", new PlainValue(json("3"))))
                .output(json("{ \"claims\": [ { \"id\": \"C-1\", \"amount\": 12.50 } ] }"))
                .recordings(
                    List.of(
                        Recording.builder()
                            .url(
                                url(
                                    "https://files.example.org/v/1.mp4?token=video-token",
                                    "2025-03-11T05:06:07.123456+00:00"))
                            .timestamp(time("2025-03-04T05:06:07.123456+00:00"))
                            .session(run)
                            .build()))
                .files(
                    List.of(
                        RunFile.builder()
                            .url(
                                url(
                                    "https://files.example.org/f/claims.csv?token=file-token",
                                    "2025-03-11T05:06:08.669Z"))
                            .timestamp(time("2025-03-04T05:06:08.669Z"))
                            .name("claims.csv")
                            .metadata(json("{}"))
                            .build()))
                .screenshots(
                    List.of(
                        Screenshot.builder()
                            .url(
                                url(
                                    "https://files.example.org/s/1.png?token=shot-token",
                                    "2025-03-05T05:06:06.000001+00:00"))
                            .timestamp(time("2025-03-04T05:06:06.000001+00:00"))
                            .nodeName("Submit the claim")
                            .error(false)
                            .build()))
                .errors(
                    List.of(
                        RunError.builder()
                            .prompt("Press the button that submits the claim")
                            .message("No button submits the claim")
                            .id(new ErrorId("a0a1a2a3-b0b1-4c0c-8d0d-e0e1e2e3e4e5"))
                            .pageUrl(new PageUrl("https://portal.example.org/claims?patient=4711"))
                            .model("model-1")
                            .timestamp(new Timestamp("2025-03-04T05:06:05.000000+00:00"))
                            .code("ERR-0042")
                            .actionType("CLICK")
                            .actionName("Press submit")
                            .build()))
                .build());
  }

  @Test
  void readsTheEditionOfEarly2026() {
    RunResults results = decodeFixture("edition-early-2026");

    assertThat(results.status())
        .isEqualTo(new RunStatus("execution.failed", RunStatus.Kind.FAILED));
    assertThat(results.workflowId())
        .contains(new WorkflowId("99887766-5544-4332-9110-aabbccddeeff"));
    assertThat(results.inputs())
        .containsExactly(
            Map.entry("MEMBER", new PlainValue(json("\"M-77\""))),
            Map.entry("PIN", new SecretValue(new Secret("secret-pin"))),
            Map.entry("LOGIN", new VaultReference(List.of("user-7"), false)));
    assertThat(results.vaultEntries())
        .containsExactly(
            Map.entry(
                "LOGIN",
                VaultEntry.builder()
                    .userId("user-7")
                    .label("Billing clerk")
                    .domain("https://portal.example.org")
                    .secrets(
                        Map.of(
                            "user_name", new Secret("secret-name"),
                            "password", new Secret("secret-password")))
                    .otherFields(nulls("tfa_secret"))
                    .build()));
    assertThat(results.secretInputs()).containsExactly("PIN");
    assertThat(results.retries()).hasValue(2);
    assertThat(results.output()).contains(json("{ \"page\": null }"));
    assertThat(results.recordings())
        .extracting(recording -> recording.url().orElseThrow().reveal())
        .containsExactly(
            "https://files.example.org/v/2.mp4?token=video-two",
            "https://files.example.org/v/3.mp4?token=video-three");
    assertThat(results.errors().get(0).originalError()).contains("no element //input[@id='pw']");
    assertThat(results.errors().get(0).classification())
        .contains(
            Classification.builder().category(new ErrorCategory("AUTHENTICATION_ERROR")).build());
    assertThat(results.otherFields())
        .containsExactly(
            Map.entry("file_urls", json("[]")), Map.entry("screenshot_urls", json("[]")));
  }

  @Test
  void readsIdsThatAreNoUuidsAndTimesThatAreNone() {
    SessionId run = new SessionId("session-42");

    RunResults results = decodeFixture("python-sdk");

    assertThat(results)
        .isEqualTo(
            RunResults.builder(run, SUCCESS)
                .workflowId(new WorkflowId("wf-42"))
                .inputs(Map.of("page", new PlainValue(json("\"https://shop.example.org/\""))))
                .output(json("{\"fine\": true}"))
                .recordings(
                    List.of(
                        Recording.builder()
                            .url(url("https://shop.example.org/v", "later"))
                            .timestamp(time("now"))
                            .session(run)
                            .build()))
                .otherFields(Map.of("surprise", json("\"kept\"")))
                .build());
  }

  @Test
  void keepsTheNamesThatOnlySomeClientsMention() {
    RunResults results = decodeFixture("other-names");

    assertThat(results.output()).contains(json("{\"a\": 1}"));
    assertThat(results.errors()).isEmpty();
    assertThat(results.otherFields())
        .containsExactly(
            Map.entry("errors", json("[]")),
            Map.entry("output_data", json("{\"a\":  1}")),
            Map.entry(
                "workflow_errors",
                json("[{\"node_id\": \"n\", \"llm_error_category\": \"PAGE_NOT_FOUND\"}]")),
            Map.entry("live_view_url", json("\"https://live.example.org/x?token=live\"")),
            Map.entry("message", json("\"Interrupted\"")));
  }

  @Test
  void asksForNoMoreThanSessionAndStatus() {
    RunResults results =
        ResponseDecoderRig.decode("{\"status\":\"execution.success\",\"session_id\":\"run-1\"}");

    assertThat(results).isEqualTo(RunResults.builder(new SessionId("run-1"), SUCCESS).build());
  }
}
