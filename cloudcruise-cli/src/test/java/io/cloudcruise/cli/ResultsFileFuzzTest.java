package io.cloudcruise.cli;

import static io.cloudcruise.rigs.FuzzChecks.require;
import static io.cloudcruise.rigs.FuzzChecks.requirePrintable;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.cloudcruise.cli.Program.Ended;
import io.cloudcruise.jackson.RunResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shows whatever a file holds. It is shown, or said to break the contract, in words that are
 * harmless to a terminal.
 */
class ResultsFileFuzzTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private static Path directory;

  static Stream<byte[]> responses() {
    return Stream.of(
            """
            {"session_id":"run-1","status":"execution.success","workflow_id":"w","session_retries":1,
            "input_variables":{"A":"\\u001b[31m","B":[1.10,null],"C":"canary","P":["u"]},
            "encrypted_variables":["$C"],"vault_entries":{"P":{"user_id":"u","alias":"al","x":5}},
            "data":[{"number":"R-1","paid":true,"sum":1.10},{"number":"R-2","paid":null}],
            "screenshot_urls":[{"signed_screenshot_url":"https://f.example/a?sig=canary",
            "signed_screenshot_url_expires":"2026-03-02T12:00:00Z","node_display_name":"Log\\u202ein",
            "timestamp":"now","error_screenshot":true,"retry_index":1}],
            "video_urls":[{"signed_screen_recording_url":"https://f.example/b?sig=canary"}],
            "file_urls":[{"signed_file_url":"https://f.example/c","file_name":"../a.csv"}]}
            """,
            """
            {"session_id":"run-2","status":"execution.failed","data":"a\\nb",
            "errors":[{"error_id":"e","message":"m\\u0007","created_at":"2026-03-01T11:00:00Z",
            "full_url":"https://s.example/?q=canary","error_code":"E1","action_type":"CLICK",
            "action_display_name":"Click","llm_error_category":"XPATH_INCORRECT",
            "llm_error_sub_type":"NEW","llm_error_description":"d"},{"error_id":"f"}],
            "was_recovered":true,"recovered_error_ids":["f"],"later":{"a":1}}
            """)
        .map(response -> response.getBytes(UTF_8));
  }

  @Timeout(30)
  @DictionaryEntries({
    "\\\\u001b",
    "\\\\u009b",
    "\\\\u202e",
    "\\\\ud800",
    "\\xC2\\x9B",
    "\\xE2\\x80\\xAE",
    "\\xCC\\x81",
    "null",
    "\"execution.stopped\"",
    "\"execution.paused\"",
    "\"execution.requeued\"",
    "1e999999999"
  })
  @MethodSource("responses")
  @FuzzTest
  void anyFileIsShownOrRefused(byte[] response) throws IOException {
    Path file = directory.resolve("answer.json");
    Files.write(file, response);

    Ended shown = run("results", "--file", file.toString());
    Ended asJson = run("results", "--file", file.toString(), "--json", "--verbose");

    require(shown.code() == asJson.code(), "the exit code depends on how it is shown");
    requirePrintable(shown.all());
    requirePrintable(asJson.err());
    if (shown.code() == ExitCode.RETRIEVED) {
      require(shown.err().isEmpty() && !shown.out().isEmpty(), "shown in the wrong place");
      require(RunResultsJson.create().read(asJson.bytes()) != null, "JSON that is none");
    } else {
      require(shown.code() == ExitCode.CONTRACT_VIOLATION, "an undocumented exit code");
      require(shown.out().isEmpty() && asJson.out().isEmpty(), "something to show after all");
      require(shown.err().indexOf('\n') == shown.err().length() - 1, "more than one line");
    }
  }

  private static Ended run(String... arguments) {
    return new Program().at(NOON).run(arguments);
  }
}
