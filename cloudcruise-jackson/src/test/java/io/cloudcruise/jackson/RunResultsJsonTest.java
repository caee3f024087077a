package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.decode;
import static io.cloudcruise.jackson.ResponseDecoderRig.json;
import static io.cloudcruise.jackson.ResponseDecoderRig.response;
import static io.cloudcruise.jackson.ResponseDecoderRig.utf8;
import static io.cloudcruise.jackson.WrittenTree.tree;
import static io.cloudcruise.jackson.WrittenTree.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudcruise.core.model.InputVariable;
import io.cloudcruise.core.model.InputVariable.PlainValue;
import io.cloudcruise.core.model.InputVariable.SecretValue;
import io.cloudcruise.core.model.InputVariable.VaultReference;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.Drift;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunResultsJsonTest {
  private static final RunResultsJson JSON = RunResultsJson.create();

  @Test
  void tellsNullEmptyAndNothingApart() {
    ObjectNode written =
        written(decode(response("\"data\":null,\"errors\":[],\"vault_entries\":{},\"x\":null")));

    assertThat(written.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "$written_by",
            "session_id",
            "status",
            "data",
            "errors",
            "vault_entries",
            "x",
            "outcome");
    assertThat(written.get("data").isNull()).isTrue();
    assertThat(written.get("errors").isArray()).isTrue();
    assertThat(written.get("vault_entries").isObject()).isTrue();
  }

  @Test
  void masksSecretsOfEveryKind() {
    ObjectNode written =
        written(
            decode(
                response(
                    "\"input_variables\":{\"A\":\"s\",\"B\":5,\"C\":null,\"D\":{\"x\":1}},"
                        + "\"encrypted_variables\":[\"A\",\"B\",\"C\",\"D\"],"
                        + "\"vault_entries\":{\"V\":{\"p\":\"s\",\"q\":[1],\"r\":null}}")));

    assertThat(written.get("input_variables"))
        .hasToString("{\"A\":\"***\",\"B\":\"***\",\"C\":\"***\",\"D\":\"***\"}");
    assertThat(written.get("vault_entries"))
        .hasToString("{\"V\":{\"p\":\"***\",\"q\":\"***\",\"r\":null}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null",
        "{}",
        "{\"user_id\":\"u\"}",
        "{\"permissioned_user_id\":\"u\"}",
        "{\"user_id\":\"u\",\"permissioned_user_id\":\"v\"}",
        "{\"user_id\":\"u\",\"permissioned_user_id\":\"u\"}",
        "{\"user_id\":null,\"permissioned_user_id\":\"u\"}",
        "{\"alias\":\"a\"}",
        "{\"user_alias\":\"a\"}",
        "{\"alias\":\"a\",\"user_alias\":\"b\"}",
        "{\"alias\":\"\\ud800\",\"user_alias\":\"\\ud800\"}",
        "{\"alias\":\"a\",\"user_alias\":null,\"domain\":\"\"}",
        "{\"\":null,\"user_id\":null}",
        "{\"\":null,\"permissioned_user_id\":\"u\"}",
        "{\"\":null,\"user_alias\":\"a\"}",
        "{\"\":null,\"domain\":\"d\"}",
        "{\"\":null,\"password\":\"***\"}",
      })
  void writesEntriesUnderTheNamesThatTheyCameUnder(String entry) {
    String response = response("\"vault_entries\":{\"A\":" + entry + "}");

    assertThat(written(decode(response)).get("vault_entries"))
        .isEqualTo(tree(utf8(response)).get("vault_entries"));
  }

  @ParameterizedTest
  @CsvSource({
    "execution.success, succeeded",
    "Success, succeeded",
    "execution.failed, failed",
    "execution.stopped, stopped",
    "execution.queued, unfinished",
    "execution.pause, unfinished",
    "execution.dreaming, unfinished",
  })
  void addsTheOutcome(String status, String outcome) {
    RunResults results = decode("{\"session_id\":\"run-1\",\"status\":\"" + status + "\"}");

    assertThat(JSON.write(results))
        .isEqualTo(
            "{\"$written_by\":\"cloudcruise-java\",\"session_id\":\"run-1\",\"status\":\"%s\",\"outcome\":\"%s\"}"
                .formatted(status, outcome));
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHENTICATION_ERROR, true, renew_credential",
    "INCORRECT_FORM_INPUTS, false, correct_input",
    "XPATH_INCORRECT, true, wait_for_repair",
    "SERVICE_UNAVAILABLE, false, retry_later",
    "SOMETHING_NEW, true, ask_a_person",
  })
  void addsWhetherAnErrorWasRecoveredAndWhatToDo(
      String category, boolean recovered, String advice) {
    RunResults results =
        decode(
            response(
                "\"errors\":[{\"error_id\":\"e\",\"llm_error_category\":\"%s\"}],"
                        .formatted(category)
                    + "\"recovered_error_ids\":[\"%s\"]".formatted(recovered ? "e" : "f")));

    JsonNode error = written(results).get("errors").get(0);

    assertThat(error.get("recovered").asBoolean()).isEqualTo(recovered);
    assertThat(error.get("advice").asText()).isEqualTo(advice);
  }

  @Test
  void fieldsOfThePlatformNamedAsWhatItAddsAreWrittenBesideAndReadBack() {
    RunResults results =
        decode(
            response(
                "\"outcome\":\"theirs\",\"recovered\":1,\"errors\":[{\"outcome\":2,"
                    + "\"recovered\":\"theirs\",\"advice\":{\"x\":\"theirs\"}}]"));
    assertThat(results.otherFields()).containsKeys("outcome", "recovered");
    assertThat(results.errors().get(0).otherFields()).containsKeys("recovered", "advice");

    ObjectNode written = written(results);

    assertThat(written.get("$outcome").asText()).isEqualTo("theirs");
    assertThat(written.get("errors").get(0).get("$recovered").asText()).isEqualTo("theirs");
    assertThat(JSON.read(utf8(written.toString()))).isEqualTo(results);
    assertThat(written.get("outcome").asText()).isEqualTo("succeeded");
    assertThat(written.get("recovered").asInt()).isEqualTo(1);
    assertThat(written.get("errors").get(0).get("outcome").asInt()).isEqualTo(2);
    assertThat(written.get("errors").get(0).get("advice").asText()).isEqualTo("ask_a_person");
  }

  @Test
  void dropsWhatItAddedWhenItReadsAgain() {
    List<Drift> drifts = new ArrayList<>();
    RunResults results = decode(response("\"errors\":[{\"error_id\":\"e\"}]"));

    RunResults again =
        RunResultsJson.create(RunResultsJson.outputReader(), drifts::add)
            .read(utf8(JSON.write(results)));

    assertThat(again).isEqualTo(results);
    assertThat(drifts).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void writesResultsThatCameFromNoPlatform(RunStatus.Kind kind) {
    Map<String, InputVariable> inputs = new LinkedHashMap<>();
    inputs.put("plain", new PlainValue(json("1.10")));
    inputs.put("secret", new SecretValue(new Secret("***")));
    inputs.put("pool", new VaultReference(List.of("u"), true));
    RunResults results =
        RunResults.builder(new SessionId("run-1"), RunStatus.of(kind))
            .inputs(inputs)
            .secretInputs(List.of("secret"))
            .output(json("[1]"))
            .errors(List.of(RunError.builder().message("m").build()))
            .recoveryFlag(false)
            .retries(3L)
            .build();

    RunResults again = JSON.read(utf8(JSON.write(results)));

    assertThat(again.status().kind()).isEqualTo(kind);
    assertThat(again.status().rawValue()).startsWith("execution.");
    assertThat(again.output()).map(JsonText::text).contains("[1]");
    assertThat(again.errors()).isEqualTo(results.errors());
    assertThat(again.retries()).hasValue(3);
    assertThat(again.recoveryFlag()).contains(false);
    assertThat(again.inputs().get("plain")).isEqualTo(inputs.get("plain"));
    assertThat(again.inputs().get("secret")).isEqualTo(inputs.get("secret"));
  }

  @Test
  void keepsFieldsOfThePlatformThatAreNamedAsWhatItAdds() {
    RunResults results =
        JSON.read(
            utf8(
                response(
                    "\"outcome\":1,\"errors\":[{\"advice\":2,\"recovered\":3}],"
                        + "\"$written_by\":\"somebody\"")));

    assertThat(results.otherFields()).containsOnlyKeys("outcome", "$written_by");
    assertThat(results.errors().get(0).otherFields()).containsOnlyKeys("advice", "recovered");
  }

  @Test
  void dropsWhatItAddedThoughSomebodyHasMadeObjectsOfIt() {
    String theirs = "{\"status\":\"theirs\"}";
    RunResults results =
        JSON.read(
            utf8(
                response(
                    ("\"$written_by\":\"cloudcruise-java\",\"outcome\":%s,"
                            + "\"errors\":[{\"advice\":%s,\"recovered\":%s,\"message\":\"m\"}]")
                        .formatted(theirs, theirs, theirs))));

    assertThat(results.status().kind()).isEqualTo(RunStatus.Kind.SUCCEEDED);
    assertThat(results.otherFields()).isEmpty();
    assertThat(results.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.message()).contains("m");
              assertThat(error.otherFields()).isEmpty();
            });
  }
}
