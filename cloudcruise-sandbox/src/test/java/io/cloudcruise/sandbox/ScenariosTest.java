package io.cloudcruise.sandbox;

import static io.cloudcruise.sandbox.Caller.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Instant.EPOCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(Lifecycle.PER_CLASS)
class ScenariosTest {

  private static final String UUID_V4 =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterAll
  void stop() {
    sandbox.close();
  }

  static List<Scenario> scenarios() {
    return Sandbox.scenarios();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyScenarioRespondsWithItsStatusAndItsSessionId(Scenario scenario) {
    HttpResponse<String> response = caller.run(scenario.sessionId());

    Json body = Json.parse(response.body());
    assertThat(response.statusCode()).isEqualTo(scenario.httpStatus());
    assertThat(Caller.header(response, "Content-Type")).startsWith("application/json");
    assertThat(response.body()).doesNotContain("{{");
    if (scenario.httpStatus() == 200) {
      assertThat(body.get("session_id").text()).isEqualTo(scenario.sessionId());
      assertThat(body.get("status").text()).startsWith("execution.");
    } else {
      assertThat(body.get("statusCode").number()).hasToString("" + scenario.httpStatus());
      assertThat(body.get("message").text()).isNotEmpty();
    }
  }

  @Test
  void namesAndSessionIdsAreUniqueAndWellFormed() {
    List<Scenario> scenarios = Sandbox.scenarios();

    assertThat(scenarios).extracting(Scenario::name).doesNotHaveDuplicates();
    assertThat(scenarios).extracting(Scenario::sessionId).doesNotHaveDuplicates();
    assertThat(scenarios).allMatch(scenario -> scenario.sessionId().matches(UUID_V4));
    assertThat(scenarios).allMatch(scenario -> scenario.name().matches("[a-z0-9]+(-[a-z0-9]+)*"));
    assertThat(scenarios).noneMatch(scenario -> scenario.description().isBlank());
  }

  @Test
  void everyPromisedHttpStatusHasAScenario() {
    assertThat(Sandbox.scenarios())
        .extracting(Scenario::httpStatus)
        .contains(200, 400, 401, 402, 403, 404, 422, 429, 500, 502, 503);
  }

  @ParameterizedTest
  @CsvSource({
    "10, execution.queued", "11, execution.start", "12, execution.requeued",
    "13, execution.paused", "14, execution.pause", "15, execution.success",
    "16, execution.failed", "17, execution.stopped", "18, execution.reviewing",
  })
  void everyStatusHasAScenario(String end, String status) {
    assertThat(caller.json(id(end)).get("status").text()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "30, AUTHENTICATION_ERROR, INVALID_CREDENTIALS",
    "31, INCORRECT_FORM_INPUTS, FIELD_VALIDATION_ERROR",
    "32, PASSWORD_UPDATE_REQUIRED,",
    "33, PAGE_NOT_FOUND,",
    "34, UNEXPECTED_UI_STATE, DECISION_REQUIRED",
    "35, XPATH_INCORRECT, SELECTOR_NO_MATCH",
    "36, UPSTREAM_ERROR, TRANSIENT_SITE_ISSUE",
    "37, SERVICE_UNAVAILABLE, MAINTENANCE_DOWNTIME",
    "38,,",
    "39, PORTAL_ON_STRIKE, SYMPATHETIC",
  })
  void everyCategoryHasAFailure(String end, String category, String subType) {
    Json run = caller.json(id(end));

    Json error = run.get("errors").elements().get(0);
    assertThat(run.get("status").text()).isEqualTo("execution.failed");
    assertThat(error.get("llm_error_category").value()).isEqualTo(category);
    assertThat(error.get("llm_error_sub_type").value()).isEqualTo(subType);
    assertThat(error.fields())
        .contains("error_id", "message", "created_at", "full_url", "error_code", "action_type")
        .contains("action_display_name", "original_error", "llm_error_description", "node_id")
        .contains("input_recovery", "password_update_recovery", "prompt", "llm_model");
  }

  @Test
  void demoShowsEveryKindOfResult() {
    HttpResponse<String> response = caller.run(Sandbox.DEFAULT_RUN);

    Json run = Json.parse(response.body());
    assertThat(run.get("data").get("invoices").elements()).hasSize(4);
    assertThat(response.body())
        .contains(": 9007199254740993,", ": 1250.00,", "佐藤", "\"remark\": null");
    assertThat(run.get("video_urls").elements()).hasSize(2);
    assertThat(run.get("file_urls").elements()).hasSize(2);
    assertThat(run.get("screenshot_urls").elements()).hasSize(7);
    assertThat(run.get("session_retries").number()).isEqualByComparingTo("1");
    assertThat(run.get("input_variables").fields()).contains("PAYER_PORTAL", "member_number");
    assertThat(run.get("vault_entries").fields()).containsExactly("PAYER_PORTAL");
    assertThat(run.get("recovered_error_ids").value()).isEqualTo(errorIds(run));
  }

  @Test
  void recoveryScenariosAgreeOrDisagreeAsTheySay() {
    Json recovered = caller.json(id("20"));
    Json partly = caller.json(id("21"));
    Json disagreeing = caller.json(id("23"));

    assertThat(recovered.get("recovered_error_ids").value()).isEqualTo(errorIds(recovered));
    assertThat(errorIds(partly)).hasSize(4);
    assertThat(partly.get("recovered_error_ids").elements()).hasSize(2);
    assertThat(disagreeing.get("was_recovered").value()).isEqualTo(false);
    assertThat(disagreeing.get("recovered_error_ids").elements()).hasSize(2);
  }

  @Test
  void absentNullAndEmptyAreDifferent() {
    Json nulls = caller.json(id("43"));

    assertThat(nulls.fields()).hasSize(14);
    assertThat(nulls.fields())
        .filteredOn(field -> nulls.get(field).isNull())
        .hasSize(nulls.fields().size() - 2);
    assertThat(caller.json(id("44")).fields()).containsExactly("session_id", "status");
    assertThat(caller.json(id("45")).get("errors").isNull()).isTrue();
    assertThat(caller.json(id("46")).get("errors").elements()).isEmpty();
    assertThat(caller.json(id("47")).get("errors").elements().get(0).fields()).isEmpty();
  }

  @Test
  void unknownFieldsAppearAtEveryLevel() {
    Set<String> unknown =
        caller
            .json(id("48"))
            .objects()
            .flatMap(object -> object.fields().stream())
            .filter(field -> field.startsWith("new_"))
            .collect(Collectors.toSet());

    assertThat(unknown)
        .containsExactlyInAnyOrder(
            "new_at_top",
            "new_text",
            "new_in_error",
            "new_in_screenshot",
            "new_in_video",
            "new_in_file",
            "new_in_vault_entry");
  }

  @Test
  void editionsHaveTheFieldsOfTheirTime() {
    Json first = caller.json(id("51"));
    Json second = caller.json(id("52"));
    Json third = caller.json(id("53"));

    assertThat(first.fields()).doesNotContain("workflow_id", "vault_entries", "was_recovered");
    assertThat(second.fields()).contains("workflow_id").doesNotContain("was_recovered");
    assertThat(third.fields()).contains("workflow_id", "was_recovered", "recovered_error_ids");
    assertThat(errorFields(first)).contains("prompt").doesNotContain("llm_error_category");
    assertThat(errorFields(second)).contains("prompt", "llm_error_category");
    assertThat(errorFields(third)).contains("llm_error_sub_type").doesNotContain("prompt");
  }

  @Test
  void poolsAndSecretsAreMarked() {
    Json pooled = caller.json(id("40"));
    Json secrets = caller.json(id("41"));

    assertThat(pooled.get("input_variables").get("PAYER_PORTAL").elements()).hasSize(3);
    assertThat(secrets.get("encrypted_variables").elements()).isNotEmpty();
    assertThat(secrets.get("vault_entries").get("PAYER_PORTAL").get("password").text())
        .isEqualTo("not-a-real-password-canary");
  }

  @Test
  void largeIsTheSameEveryTimeAndAboutSixMegabytes() {
    byte[] first = large();
    byte[] second = large();

    assertThat(first).isEqualTo(second);
    assertThat(first.length).isBetween(5_500_000, 6_500_000);
  }

  @Test
  void largeHasThousandsOfParts() {
    Json run = caller.json(id("54"));

    assertThat(run.get("data").get("rows").elements()).hasSize(16_000);
    assertThat(run.get("screenshot_urls").elements()).hasSize(5_000);
    assertThat(run.get("recovered_error_ids").value()).isEqualTo(errorIds(run));
    assertThat(errorIds(run)).hasSize(200);
  }

  @Test
  void digitsDoNotDependOnTheLocaleOfTheHost() {
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      byte[] body =
          new LargeRun()
              .render(new Moment(id("54"), EPOCH, EPOCH, 1, new ArtifactUrls(sandbox.baseUrl())));

      assertThat(Json.parse(new String(body, UTF_8)).get("data").get("row_count").number())
          .hasToString("16000");
    } finally {
      Locale.setDefault(locale);
    }
  }

  private byte[] large() {
    return Caller.get(sandbox.baseUrl() + "/run/" + id("54"), "cc-key", Sandbox.API_KEY).body();
  }

  private static List<String> errorIds(Json run) {
    return run.get("errors").elements().stream()
        .map(error -> error.get("error_id").text())
        .toList();
  }

  private static List<String> errorFields(Json run) {
    return run.get("errors").elements().get(0).fields();
  }

  @Test
  void aScenarioIsFoundByItsName() {
    assertThat(Sandbox.scenario("demo").sessionId()).isEqualTo(Sandbox.DEFAULT_RUN);
    assertThatThrownBy(() -> Sandbox.scenario("nonsense"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no scenario nonsense");
  }
}
