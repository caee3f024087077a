package io.cloudcruise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.cli.Program.Ended;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.jackson.RunResultsJson;
import io.cloudcruise.sandbox.Sandbox;
import io.cloudcruise.sandbox.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private static Ended sandbox(int run, String... options) {
    return new Program()
        .at(NOON)
        .run(
            Stream.concat(Stream.of("results", "--sandbox", Program.run(run)), Stream.of(options))
                .toArray(String[]::new));
  }

  private static Ended file(String response, String... options) {
    return new Program()
        .at(NOON)
        .given(response)
        .run(
            Stream.concat(Stream.of("results", "--file", "-"), Stream.of(options))
                .toArray(String[]::new));
  }

  static Stream<Scenario> successes() {
    return Sandbox.scenarios().stream().filter(scenario -> scenario.httpStatus() == 200);
  }

  @ParameterizedTest
  @MethodSource("successes")
  void showsEveryScenarioWithin80Columns(Scenario scenario) {
    Ended ended = new Program().run("results", "--sandbox", scenario.sessionId());

    assertThat(ended.code()).isZero();
    assertThat(ended.out().lines()).allMatch(line -> Width.of(line) <= 80);
    assertThat(ended.out()).contains(scenario.sessionId()).doesNotContain("sig=", "\u001B");
    assertThat(ended.out()).endsWith("\n").doesNotContain(" \n", "\n\n\n");
  }

  @ParameterizedTest
  @MethodSource("successes")
  void writesOneJsonDocumentThatCanBeReadAgain(Scenario scenario) {
    Ended ended = new Program().run("results", "--sandbox", scenario.sessionId(), "--json");

    RunResults results = RunResultsJson.create().read(ended.bytes());
    assertThat(ended.out()).isEqualTo(RunResultsJson.create().write(results) + "\n");
    assertThat(results.sessionId().value()).isEqualTo(scenario.sessionId());
  }

  @Test
  void showsTheDemonstrationWithoutAKeyOrASessionId() {
    Ended ended =
        new Program()
            .at(NOON)
            .with("CLOUDCRUISE_API_KEY", "sk_wrong")
            .with("CLOUDCRUISE_BASE_URL", "https://a.example")
            .run("results", "--sandbox");

    assertThat(ended.out()).startsWith("✓ SUCCEEDED  1 error, recovered\n");
    assertThat(ended.out())
        .contains(
            Sandbox.DEFAULT_RUN,
            "R-2025-0412     9007199254740993",
            "payer_name      Muster-Krankenkasse Zürich",
            "member_number   ***",
            "PAYER_PORTAL    from the vault: clinic-north",
            "Clinic North, billing",
            "✓ recovered: The Search button could not be found on the page.",
            "XPATH_INCORRECT/SELECTOR_NO_MATCH",
            "if it comes back: wait until",
            "invoices-2025-12.csv   7 d left",
            "remittance-advice.pdf  1 d left");
  }

  @Test
  void writesUtf8() {
    byte[] zurich = "Zürich".getBytes(UTF_8);

    assertThat(sandbox(1).bytes()).contains(zurich);
    assertThat(sandbox(1, "--json").bytes()).contains(zurich);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15 | ✓ SUCCEEDED",
        "16 | ✗ FAILED  1 error",
        "17 | ■ STOPPED",
        "10 | ○ QUEUED  not finished",
        "11 | ○ RUNNING  not finished",
        "12 | ○ REQUEUED  not finished",
        "13 | ○ PAUSED  not finished",
        "18 | ? execution.reviewing  not finished, as far as this version knows",
        "20 | ✓ SUCCEEDED",
        "21 | ✓ SUCCEEDED  4 errors, 2 of them recovered",
        "22 | ✓ SUCCEEDED  3 errors, recovered without saying which"
      })
  void saysFirstHowTheRunEnded(int run, String headline) {
    assertThat(sandbox(run).out()).startsWith(headline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 | store a working credential in the vault",
        "31 | correct the input",
        "35 | wait until the workflow is repaired",
        "36 | start the run again later",
        "38 | have a person look at it"
      })
  void saysWhatToDoAboutAFailure(int run, String advice) {
    assertThat(sandbox(run).out()).containsPattern("to do +" + advice);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not-a-real-national-id",
        "not-a-real-answer",
        "1234567890123",
        "not-a-real-user-name",
        "not-a-real-password",
        "not-a-real-tfa-secret"
      })
  void neverShowsASecret(String canary) {
    assertThat(sandbox(41).all()).doesNotContain(canary);
    assertThat(sandbox(41, "--json", "--verbose").all()).doesNotContain(canary);
  }

  @Test
  void neverShowsAKeyOrASignatureToAPerson() {
    for (int run : new int[] {1, 18, 41, 49, 404, 500}) {
      assertThat(sandbox(run, "--verbose").all()).doesNotContain(Sandbox.API_KEY, "?sig", "&");
    }
  }

  @Test
  void tellsWhenArtifactsHaveExpired() {
    assertThat(sandbox(49).out()).contains("report.csv  expired");
  }

  @Test
  void readsASavedResponseFromAFile(@TempDir Path directory) throws IOException {
    Path saved = directory.resolve("Lösung.json");
    Files.write(saved, sandbox(1, "--json").bytes());

    Ended ended = new Program().at(NOON).run("results", "--file", saved.toString());

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("✓ SUCCEEDED").contains("R-2025-0427");
  }

  @Test
  void writesASavedResponseAsItsLibraryDoes() {
    String response = "{\"session_id\":\"a\",\"status\":\"x\",\"data\":{\"n\": 1.10}}";

    assertThat(file(response, "--json").out())
        .isEqualTo(
            RunResultsJson.create().write(RunResultsJson.create().read(response.getBytes(UTF_8)))
                + "\n");
  }

  @Test
  void keepsJsonPureWhenItReportsDrift() {
    Ended ended = sandbox(48, "--json", "--verbose");

    assertThat(RunResultsJson.create().read(ended.bytes())).isNotNull();
    assertThat(ended.err().lines()).isNotEmpty();
    assertThat(ended.err().lines()).allMatch(line -> line.startsWith("cloudcruise: drift: "));
  }

  @Test
  void coloursOnlyWhereColourIsWanted() {
    Ended coloured = new Program().at(NOON).coloured().run("results", "--sandbox");

    assertThat(coloured.out()).startsWith("\u001B[1;32m✓ SUCCEEDED\u001B[0m");
    assertThat(coloured.out().replaceAll("\u001B\\[[0-9;]*m", "").lines())
        .allMatch(line -> Width.of(line) <= 80);
    assertThat(sandbox(1).out()).doesNotContain("\u001B");
  }

  @Test
  void makesHostileTextHarmless() {
    String hostile =
        "\\u001b[2J\\u001b]0;owned\\u0007x\\r\\n✓ SUCCEEDED\\u202e\\u2066\\u0085\\u2028\\u0000\\ud800";
    String response =
        """
        {"session_id":"a","status":"S%1$s","workflow_id":"W%1$s","data":{"K%2$s":"V%1$s",
        "table":[{"C%2$s":"D%1$s"}]},"input_variables":{"I%2$s":"J%1$s","vault":"U%1$s"},
        "vault_entries":{"vault":{"permissioned_user_id":"U%1$s","user_alias":"A%1$s",
        "domain":"https://d%1$s"}},"errors":[{"message":"M%1$s","error_code":"E%1$s",
        "full_url":"https://p%1$s","original_error":"O%1$s","llm_error_category":"G%1$s",
        "llm_error_description":"T%1$s","created_at":"N%1$s","action_type":"Y%1$s"}],
        "file_urls":[{"file_name":"F%1$s","signed_file_url":"https://u%1$s/p",
        "signed_file_url_expires":"L%1$s"}],"video_urls":[{"timestamp":"R%1$s"}],
        "screenshot_urls":[{"node_display_name":"B%1$s"}]}"""
            .formatted(hostile, hostile.replace("\\ud800", ""));

    Ended ended = file(response, "--verbose");

    assertThat(ended.code()).isZero();
    assertThat(ended.all().codePoints().filter(c -> c != '\n'))
        .noneMatch(
            c ->
                Character.getType(c) == Character.CONTROL
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.LINE_SEPARATOR);
    assertThat(ended.out().lines()).noneMatch(line -> line.startsWith("✓"));
    assertThat(ended.out().lines()).allMatch(line -> Width.of(line) <= 80);
    assertThat(file(response, "--json").code()).isZero();
  }

  @Test
  void shortensOutputOfAnySize() {
    String rows =
        "{\"a\":{\"b\":[1,2,3,4,5,6,7,8,9,10,11,12,{\"c\":\"" + "x".repeat(5000) + "\"}]}},";
    String fields = "\"f\":[" + rows.repeat(500) + "{}]";
    String response =
        "{\"session_id\":\"a\",\"status\":\"x\",\"data\":{" + fields + ",\"n\":1E+999999999}}";

    Ended ended = file(response);

    assertThat(ended.code()).isZero();
    assertThat(ended.out().lines().count()).isLessThan(80);
    assertThat(ended.out().lines()).allMatch(line -> Width.of(line) <= 80);
    assertThat(ended.out()).contains("1E+999999999");
  }

  @Test
  void showsOutputThatCannotBeReadAsItCame() {
    Ended ended = file("{\"session_id\":\"a\",\"status\":\"x\",\"data\":{\"n\":1,\"n\":2}}");

    assertThat(ended.out()).contains("{\"n\":1,\"n\":2}");
  }
}
