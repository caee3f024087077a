package io.cloudcruise.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttacksTest {

  private static final Pattern PAYLOAD = Pattern.compile("dataset\\.pwned='([^']+)'");

  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);
  private final Json run = caller.json(Sandbox.scenario("attacks").sessionId());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /** Every text at any depth, names of fields included. */
  private static Stream<String> texts(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return object.entrySet().stream()
          .flatMap(field -> Stream.concat(texts(field.getKey()), texts(field.getValue())));
    }
    if (value instanceof List<?> list) {
      return list.stream().flatMap(AttacksTest::texts);
    }
    return value instanceof String text ? Stream.of(text) : Stream.empty();
  }

  @Test
  void itIsAFailureOfWhichSomeErrorsAreRecovered() {
    Set<Object> ids = new HashSet<>();
    run.get("errors").elements().forEach(error -> ids.add(error.get("error_id").text()));

    assertThat(run.get("status").text()).isEqualTo("execution.failed");
    assertThat(run.get("recovered_error_ids").elements())
        .hasSize(2)
        .allSatisfy(id -> assertThat(ids).contains(id.text()));
    assertThat(ids).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node",
        "node-id",
        "screenshot-id",
        "metadata",
        "metadata-key",
        "timestamp",
        "expires",
        "screenshot-url",
        "file-url",
        "file-name",
        "file-metadata",
        "video-url",
        "full-url",
        "message",
        "original",
        "description",
        "category",
        "sub-type",
        "code",
        "action",
        "action-type",
        "error-id",
        "error-field",
        "created-at",
        "prompt",
        "input",
        "input-name",
        "vault-alias",
        "user-alias",
        "vault-domain",
        "vault-field",
        "vault-value",
        "column",
        "cell",
        "output-key",
        "output-value",
        "nested-key",
        "nested-value",
        "output-link",
        "workflow-id",
        "unknown-field",
        "unknown-value",
        "encrypted-name",
      })
  void aPayloadNamesThePlaceThatLetItRun(String place) {
    assertThat(texts(run.value()).flatMap(AttacksTest::payloads))
        .anyMatch(name -> name.matches(Pattern.quote(place) + "(-\\d+)?"));
  }

  private static Stream<String> payloads(String text) {
    return PAYLOAD.matcher(text).results().map(match -> match.group(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>",
        "\"><img src=x onerror=",
        "</style>",
        "</textarea>",
        "<!--",
        "${7*7}",
        "{{7*7}}",
        "\u202e",
        "\0",
        "\u001b[2J",
        "\u2028",
        "\r\n",
        "__proto__",
        "=HYPERLINK(",
        "javascript:",
        "data:text/html",
        "file:///etc/passwd",
        "http://169.254.169.254/",
      })
  void everyKindOfAttackArrivesAsItIs(String attack) {
    assertThat(texts(run.value())).anyMatch(text -> text.contains(attack));
  }

  @Test
  void someTextsAndOneNameAreWordsThatAreFarTooLong() {
    assertThat(texts(run.value()).filter(text -> text.equals("w".repeat(100_000)))).hasSize(4);
    assertThat(run.get("input_variables").fields()).contains("w".repeat(40_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../evil.txt",
        "..\\..\\evil.txt",
        "/etc/passwd",
        "C:\\evil.txt",
        "CON",
        "nul.txt",
        "a\0b.txt",
        "trailing. ",
        "trailing...",
        ".",
        "..",
        "",
        "Report.PDF",
        "report.pdf",
        "twice.txt",
        "\u202efdp.exe",
        ".htaccess",
        "-rf",
        "a:b.txt",
        "evil.svg",
        "evil.html",
      })
  void aFileOfAHostileNameCanBeFetchedFromAHarmlessPath(String name) {
    assertThat(run.get("file_urls").elements())
        .filteredOn(file -> file.get("file_name").text().equals(name))
        .isNotEmpty()
        .allSatisfy(file -> assertHarmlessPath(file.get("signed_file_url").text()));
  }

  private void assertHarmlessPath(String url) {
    assertThat(url).matches(Pattern.quote(sandbox.baseUrl() + "/artifacts/") + "[\\w/.-]+\\?.*");
    assertThat(Caller.get(url).statusCode()).isEqualTo(200);
  }

  @Test
  void twoFilesShareANameAndOneNameIsTooLong() {
    List<String> names =
        run.get("file_urls").elements().stream().map(file -> file.get("file_name").text()).toList();

    assertThat(names).filteredOn("twice.txt"::equals).hasSize(2);
    assertThat(names).filteredOn(name -> name.length() == 300).hasSize(1);
  }

  @Test
  void noTwoFilesHaveTheSameContent() {
    assertThat(run.get("file_urls").elements().stream().filter(AttacksTest::isOfTheSandbox))
        .extracting(file -> Caller.get(file.get("signed_file_url").text()))
        .filteredOn(response -> response.statusCode() == 200)
        .hasSize(28)
        .extracting(response -> new String(response.body(), UTF_8))
        .doesNotHaveDuplicates();
  }

  private static boolean isOfTheSandbox(Json file) {
    return file.has("signed_file_url")
        && file.get("signed_file_url").text().startsWith("http://127.");
  }

  @ParameterizedTest
  @CsvSource({"evil.svg, image/svg+xml", "evil.html, text/html; charset=utf-8"})
  void documentsThatCarryAScriptSayWhatTheyAre(String name, String mediaType) {
    HttpResponse<byte[]> response = Caller.get(url(name));

    assertThat(Caller.header(response, "Content-Type")).isEqualTo(mediaType);
    assertThat(payloads(new String(response.body(), UTF_8))).contains(name);
  }

  @ParameterizedTest
  @CsvSource({"expired.csv, 403", "gone.pdf, 404"})
  void someFilesCannotBeFetched(String name, int status) {
    assertThat(Caller.get(url(name)).statusCode()).isEqualTo(status);
  }

  private String url(String name) {
    return run.get("file_urls").elements().stream()
        .filter(file -> file.get("file_name").text().equals(name))
        .map(file -> file.get("signed_file_url").text())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void someArtifactsHaveNoUrl() {
    assertThat(run.get("file_urls").elements())
        .filteredOn(file -> !file.has("signed_file_url"))
        .hasSize(1);
    assertThat(run.get("screenshot_urls").elements())
        .filteredOn(shot -> !shot.has("signed_screenshot_url"))
        .hasSize(1);
  }
}
