package io.cloudcruise.contract.pact;

import static io.cloudcruise.contract.pact.Claim.results;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import io.cloudcruise.core.model.Advice;
import io.cloudcruise.core.model.Classification;
import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.InputVariable.PlainValue;
import io.cloudcruise.core.model.InputVariable.SecretValue;
import io.cloudcruise.core.model.InputVariable.VaultReference;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunOutcome.Failed;
import io.cloudcruise.core.model.RunOutcome.Stopped;
import io.cloudcruise.core.model.RunOutcome.Succeeded;
import io.cloudcruise.core.model.RunResults;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs that came to an end. */
final class FinishedRuns {
  private static final String SUCCESS = "execution.success";
  private static final String FAILED = "execution.failed";

  private static final RecoveredError XPATH =
      new RecoveredError(
          "5a4db0c5-0001-4000-a000-000000000001", "XPATH_INCORRECT", "SELECTOR_NO_MATCH");
  private static final RecoveredError POPUP =
      new RecoveredError(
          "5a4db0c5-0020-4000-a000-000000000001", "UNEXPECTED_UI_STATE", "DISMISSIBLE");
  private static final RecoveredError BUTTON =
      new RecoveredError(
          "5a4db0c5-0020-4000-a000-000000000002", "XPATH_INCORRECT", "SELECTOR_NO_MATCH");
  private static final RecoveredError RACE =
      new RecoveredError("5a4db0c5-0020-4000-a000-000000000003", "UPSTREAM_ERROR", "TIMING_RACE");

  private FinishedRuns() {}

  static List<Kind> kinds() {
    return List.of(everything(), recovered(), classified(), unclassified(), stopped());
  }

  private static Kind everything() {
    return new Kind(
        "a run that succeeded, with output, artifacts, a secret and a recovered error",
        "demo",
        Answer.run("demo", SUCCESS, FinishedRuns::everything),
        results(FinishedRuns::checkEverything));
  }

  private static void everything(LambdaDslObject run) {
    run.stringType("workflow_id", "5a4db0c5-0000-4000-9000-000000000001")
        .integerType("session_retries", 1)
        .object("input_variables", FinishedRuns::inputs)
        .array("encrypted_variables", names -> names.stringValue("member_number"))
        .object("vault_entries", vault -> vault.object("PAYER_PORTAL", FinishedRuns::vaultEntry))
        .object("data", FinishedRuns::output);
    Answer.screenshots(run);
    Answer.recordings(run);
    Answer.files(run);
    recoveredErrors(run, XPATH);
  }

  private static void inputs(LambdaDslObject inputs) {
    inputs
        .stringType("payer_name", "Muster-Krankenkasse")
        .integerType("max_pages", 3)
        .stringType("member_number", "not-a-real-member-number")
        .stringType("PAYER_PORTAL", "clinic-north");
  }

  private static void vaultEntry(LambdaDslObject entry) {
    entry
        .stringType("permissioned_user_id", "clinic-north")
        .stringType("user_alias", "Clinic North")
        .stringType("domain", "https://portal.example")
        .stringType("user_name", "not-a-real-user-name")
        .stringType("password", "not-a-real-password");
  }

  private static void output(LambdaDslObject data) {
    data.minArrayLike(
            "invoices",
            1,
            invoice ->
                invoice
                    .stringType("invoice_number", "R-2025-0412")
                    .numberType("billed", 1250)
                    .object("patient", patient -> patient.stringType("name", "Zoë Beispiel")))
        .booleanType("complete", true);
  }

  private static void recoveredErrors(LambdaDslObject run, RecoveredError... recovered) {
    List<RecoveredError> all = List.of(recovered);
    run.array("errors", errors -> all.forEach(error -> errors.object(error::describe)))
        .booleanValue("was_recovered", true)
        .array("recovered_error_ids", ids -> all.forEach(error -> ids.stringValue(error.id())));
  }

  private record RecoveredError(String id, String category, String subType) {
    void describe(LambdaDslObject error) {
      Answer.error(error.stringValue("error_id", id));
      Answer.analysed(error, category, subType);
    }
  }

  private static void checkEverything(RunResults run) {
    assertThat(run.outcome()).isInstanceOf(Succeeded.class);
    assertThat(run.workflowId()).isPresent();
    assertThat(run.retries()).hasValue(1);
    assertThat(run.inputs().get("payer_name")).isInstanceOf(PlainValue.class);
    assertThat(run.inputs().get("member_number")).isInstanceOf(SecretValue.class);
    assertThat(run.inputs().get("PAYER_PORTAL")).isInstanceOf(VaultReference.class);
    assertThat(run.vaultEntries()).containsOnlyKeys("PAYER_PORTAL");
    assertThat(run.vaultEntries().values())
        .allSatisfy(entry -> assertThat(entry.secrets()).containsOnlyKeys("user_name", "password"));
    assertThat(run.output().orElseThrow().text()).contains("R-2025-0412");
    assertThat(run.artifacts())
        .hasSize(3)
        .allMatch(artifact -> artifact.url().orElseThrow().expiry().isPresent());
    assertThat(run.recoveredErrors()).hasSize(1);
    assertThat(run.otherFields()).isEmpty();
  }

  private static Kind recovered() {
    return new Kind(
        "a run that succeeded after every error was recovered",
        "recovered",
        Answer.run("recovered", SUCCESS, run -> recoveredErrors(run, POPUP, BUTTON, RACE)),
        results(
            run -> {
              assertThat(run.outcome()).isInstanceOf(Succeeded.class);
              assertThat(run.wasRecovered()).isTrue();
              assertThat(run.errors()).hasSize(3).allMatch(RunError::recovered);
              assertThat(run.unrecoveredErrors()).isEmpty();
            }));
  }

  private static Kind classified() {
    return new Kind(
        "a run that failed with an error that was classified",
        "authentication-error",
        Answer.run(
            "authentication-error",
            FAILED,
            run ->
                failure(
                    run,
                    error ->
                        Answer.analysed(error, "AUTHENTICATION_ERROR", "INVALID_CREDENTIALS"))),
        results(FinishedRuns::checkClassified));
  }

  private static void failure(LambdaDslObject run, Consumer<LambdaDslObject> analysis) {
    Answer.basics(run);
    run.minArrayLike(
            "errors",
            1,
            error -> {
              error.stringType("error_id", "5a4db0c5-0000-4000-a000-000000000001");
              Answer.error(error);
              analysis.accept(error);
            })
        .booleanValue("was_recovered", false);
    Answer.screenshots(run);
    Answer.recordings(run);
  }

  private static void checkClassified(RunResults run) {
    assertThat(run.outcome()).isInstanceOf(Failed.class);
    assertThat(run.unrecoveredErrors()).hasSize(1);
    RunError error = run.errors().get(0);
    assertThat(error.classification().flatMap(Classification::category))
        .hasValueSatisfying(
            category ->
                assertThat(category.kind()).isEqualTo(ErrorCategory.Kind.AUTHENTICATION_ERROR));
    assertThat(error.advice()).isEqualTo(Advice.RENEW_CREDENTIAL);
    assertThat(error.timestamp().orElseThrow().instant()).isPresent();
  }

  private static Kind unclassified() {
    return new Kind(
        "a run that failed with an error that nobody analysed",
        "unclassified-failure",
        Answer.run(
            "unclassified-failure",
            FAILED,
            run ->
                failure(
                    run,
                    error ->
                        error
                            .nullValue("llm_error_category")
                            .nullValue("llm_error_sub_type")
                            .nullValue("llm_error_description"))),
        results(
            run -> {
              assertThat(run.outcome()).isInstanceOf(Failed.class);
              assertThat(run.errors()).hasSize(1);
              assertThat(run.errors().get(0).classification()).isEmpty();
              assertThat(run.errors().get(0).advice()).isEqualTo(Advice.ASK_A_PERSON);
            }));
  }

  private static Kind stopped() {
    return new Kind(
        "a run that was stopped",
        "stopped",
        Answer.run(
            "stopped",
            "execution.stopped",
            run -> {
              Answer.basics(run);
              Answer.noErrors(run);
              Answer.screenshots(run);
              Answer.recordings(run);
            }),
        results(run -> assertThat(run.outcome()).isEqualTo(Stopped.of(Optional.empty()))));
  }
}
