package io.cloudcruise.reliability.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.reliability.leaks.CommandLine.Ended;
import io.cloudcruise.rigs.RawResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command, with keys in its environment, when all goes well and when it does not. */
@Timeout(60)
@ExtendWith(Eavesdropping.class)
class CommandLineTest {
  private static final int USAGE = 2;

  @TempDir private Path directory;
  private final PlantedPlatform platform = new PlantedPlatform();

  @AfterEach
  void close() {
    platform.close();
  }

  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("results"),
        List.of("results", "--json"),
        List.of("results", "--wait", "--timeout", "3s"),
        List.of("results", "--wait", "--json", "--timeout", "3s"),
        List.of("results", "--reveal"),
        List.of("results", "--reveal", "--json"),
        List.of("download", "--to", "TO"),
        List.of("archive", "--to", "TO"),
        List.of("report", "--to", "TO.html"));
  }

  private CommandLine program() {
    return CommandLine.at(platform.baseUrl())
        .with("CLOUDCRUISE_ENCRYPTION_KEY", Planted.ENCRYPTION_KEY);
  }

  private Ended run(CommandLine program, List<String> command, String... more) {
    List<String> arguments = new ArrayList<>();
    command.forEach(each -> arguments.add(each.replace("TO", directory + "/to")));
    arguments.addAll(List.of("--verbose", PlantedRun.ID.value()));
    arguments.addAll(List.of(more));
    return program.run(arguments.toArray(String[]::new));
  }

  private static void showsNothing(Ended ended) {
    Planted.isNotIn(ended.out(), "standard output");
    Planted.isNotIn(ended.err(), "standard error");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void whatGoesWell(List<String> command) {
    Ended ended = run(program(), command);

    assertThat(ended.code()).isIn(0, 5);
    Planted.isNotIn(ended.err(), "standard error");
    if (!command.contains("--reveal")) {
      Planted.isNotIn(withoutUrls(command, ended.out()), "standard output");
    }
  }

  /** JSON is promised to hold URLs whole, and nothing else is. */
  private static String withoutUrls(List<String> command, String out) {
    return command.contains("--json")
        ? out.replace(Planted.SIGNATURE, "").replace("page-canary", "")
        : out;
  }

  @ParameterizedTest
  @CsvSource({"results", "results --json"})
  void revealShowsSecretsOnStandardOutputAndNoKey(String command) {
    Ended ended = run(program(), List.of(command.split(" ")), "--reveal");

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains(PlantedRun.CLEAR_PASSWORD, "input-canary", "name-canary");
    assertThat(ended.out() + ended.err()).doesNotContain(Planted.API_KEY, Planted.ENCRYPTION_KEY);
    if (!command.contains("--json")) {
      assertThat(ended.out()).doesNotContain(Planted.SIGNATURE, "page-canary");
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void failures(List<String> command) {
    for (int status : new int[] {400, 401, 403}) {
      platform.run(PlantedPlatform.failure(status));

      Ended ended = run(program(), command);

      assertThat(ended.code()).isNotZero();
      assertThat(ended.err()).contains("HTTP " + status);
      showsNothing(ended);
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void responsesThatMakeNoSense(List<String> command) {
    platform.run(PlantedPlatform.garbage());

    Ended ended = run(program(), command);

    assertThat(ended.code()).isNotZero();
    assertThat(ended.err()).contains("ContractViolationException");
    showsNothing(ended);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:1", "https://nowhere.invalid"})
  void hostsThatAreNotThere(String host) {
    commands()
        .filter(command -> !command.contains("--wait"))
        .forEach(
            command -> {
              Ended ended = run(program().with("CLOUDCRUISE_BASE_URL", host), command);

              assertThat(ended.code()).isNotZero();
              showsNothing(ended);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://me:canary@api.example",
        "https://api.example?canary",
        "canary",
        "ca nary"
      })
  void baseUrlsThatAreNone(String baseUrl) {
    commands()
        .forEach(
            command -> {
              Ended variable = run(program().with("CLOUDCRUISE_BASE_URL", baseUrl), command);
              Ended option = run(program(), command, "--base-url", baseUrl);

              assertThat(List.of(variable.code(), option.code())).containsOnly(USAGE);
              showsNothing(variable);
              showsNothing(option);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary key", "\"canary\" "})
  void apiKeysThatAreNone(String key) {
    commands()
        .forEach(
            command -> {
              Ended ended = run(program().with("CLOUDCRUISE_API_KEY", key), command);

              assertThat(ended.code()).isEqualTo(USAGE);
              showsNothing(ended);
            });
  }

  @Test
  void encryptionKeysThatDoNotFit() {
    String other = "00" + Planted.ENCRYPTION_KEY.substring(2);
    for (String key : new String[] {other, "canary", Planted.ENCRYPTION_KEY + " "}) {
      commands()
          .filter(command -> command.contains("--reveal"))
          .forEach(
              command -> {
                Ended ended = run(program().with("CLOUDCRUISE_ENCRYPTION_KEY", key), command);

                assertThat(ended.code()).isEqualTo(USAGE);
                assertThat(ended.out()).isEmpty();
                showsNothing(ended);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void urlsThatHaveExpired(int status) {
    platform.artifact(PlantedPlatform.failure(status));
    commands()
        .filter(command -> command.contains("--to"))
        .map(command -> run(program(), command, "--timeout", "2s"))
        .forEach(
            ended -> {
              assertThat(ended.err()).contains("is missing");
              showsNothing(ended);
            });
  }

  @Test
  void redirects() {
    platform.artifact(
        RawResponse.status(302).header("Location", "https://me:canary@nowhere.invalid/?canary"));
    commands()
        .filter(command -> command.contains("--to"))
        .map(command -> run(program(), command))
        .forEach(CommandLineTest::showsNothing);
  }

  /** What belongs nowhere else than in the environment may be typed all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"--api-key=canary", "--key=canary", "--encryption-key=canary"})
  void thereIsNoOptionForAKey(String option) {
    commands()
        .forEach(
            command -> {
              Ended ended = run(program(), command, option);

              assertThat(ended.code()).isEqualTo(USAGE);
              assertThat(ended.err()).contains("there is no option --");
              showsNothing(ended);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "results", "download", "archive", "report", "sandbox"})
  void helpNamesNoOptionForAKey(String command) {
    Ended ended = program().run((command + " --help").trim().split(" "));

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("--help").doesNotContainPattern("--[a-z-]*(key|secret)");
    showsNothing(ended);
  }

  @Test
  void aSandboxThatCannotListen() {
    Ended ended = program().run("sandbox", "--verbose", "--port", "" + platform.server().port());

    assertThat(ended.code()).isNotZero();
    showsNothing(ended);
  }
}
