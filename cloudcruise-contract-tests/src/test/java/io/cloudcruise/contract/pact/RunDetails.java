package io.cloudcruise.contract.pact;

import static io.cloudcruise.contract.pact.Claim.results;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import io.cloudcruise.core.model.InputVariable.SecretValue;
import io.cloudcruise.core.model.InputVariable.VaultReference;
import io.cloudcruise.core.model.RunOutcome.Failed;
import io.cloudcruise.core.model.RunResults;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Forms that single fields can take. */
final class RunDetails {
  private static final String SUCCESS = "execution.success";

  private RunDetails() {}

  static List<Kind> kinds() {
    return List.of(
        withoutErrors(
            "a failed run whose errors are null", "errors-null", run -> run.nullValue("errors")),
        withoutErrors(
            "a failed run whose list of errors is empty",
            "errors-empty",
            run -> run.array("errors", none -> {})),
        pooledCredential(),
        secrets(),
        onlyRequired());
  }

  private static Kind withoutErrors(
      String description, String scenario, Consumer<LambdaDslObject> errors) {
    return new Kind(
        description,
        scenario,
        Answer.run(
            scenario,
            "execution.failed",
            run -> {
              Answer.basics(run);
              errors.accept(run);
            }),
        results(
            run -> assertThat(run.outcome()).isEqualTo(Failed.of(List.of(), Optional.empty()))));
  }

  private static Kind pooledCredential() {
    return new Kind(
        "a run that took its credential from a pool",
        "pooled-credentials",
        Answer.run("pooled-credentials", SUCCESS, RunDetails::pool),
        results(
            run ->
                assertThat(run.inputs().get("PAYER_PORTAL"))
                    .isEqualTo(new VaultReference(List.of("clinic-north"), true))));
  }

  private static void pool(LambdaDslObject run) {
    run.object(
            "input_variables",
            inputs ->
                inputs.minArrayLike(
                    "PAYER_PORTAL", 1, PactDslJsonRootValue.stringType("clinic-north"), 1))
        .object(
            "vault_entries",
            vault ->
                vault.object(
                    "PAYER_PORTAL",
                    entry -> entry.stringType("permissioned_user_id", "clinic-north")));
  }

  private static Kind secrets() {
    return new Kind(
        "a run with encrypted inputs and a vault entry",
        "secrets",
        Answer.run("secrets", SUCCESS, RunDetails::secrets),
        results(RunDetails::checkSecrets));
  }

  private static void secrets(LambdaDslObject run) {
    run.object(
            "input_variables",
            inputs ->
                inputs
                    .stringType("national_id", "not-a-real-national-id")
                    .object(
                        "security_answers",
                        responses -> responses.stringType("first_pet", "not-a-real-answer"))
                    .integerType("pin", 1234)
                    .stringType("invoice_period", "2025-12"))
        .array(
            "encrypted_variables",
            names ->
                names
                    .stringValue("national_id")
                    .stringValue("security_answers")
                    .stringValue("pin")
                    .stringValue("never_sent"))
        .object("vault_entries", vault -> vault.object("PAYER_PORTAL", RunDetails::vaultEntry));
  }

  private static void vaultEntry(LambdaDslObject entry) {
    entry
        .stringType("permissioned_user_id", "not-a-real-user-id")
        .stringType("user_name", "not-a-real-user-name")
        .stringType("password", "not-a-real-password")
        .stringType("tfa_secret", "not-a-real-tfa-secret");
  }

  private static void checkSecrets(RunResults run) {
    assertThat(run.secretInputs()).contains("national_id", "never_sent");
    assertThat(run.inputs())
        .extractingByKeys("national_id", "security_answers", "pin")
        .hasOnlyElementsOfType(SecretValue.class);
    assertThat(run.vaultEntries()).containsOnlyKeys("PAYER_PORTAL");
    assertThat(run.vaultEntries().values())
        .allSatisfy(
            entry ->
                assertThat(entry.secrets())
                    .containsOnlyKeys("user_name", "password", "tfa_secret"));
    assertThat(run.toString() + run.inputs() + run.vaultEntries()).doesNotContain("not-a-real-p");
  }

  private static Kind onlyRequired() {
    return new Kind(
        "a run of which nothing is told but its status",
        "only-required",
        Answer.run("only-required", SUCCESS, nothingElse -> {}),
        results(
            run ->
                assertThat(run)
                    .isEqualTo(RunResults.builder(run.sessionId(), run.status()).build())));
  }
}
