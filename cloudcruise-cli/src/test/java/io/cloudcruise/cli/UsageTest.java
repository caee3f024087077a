package io.cloudcruise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.cli.Program.Ended;
import io.cloudcruise.sandbox.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  private static final String CANARY = "canary-7f3a";

  private static Ended refused(Program program, String... arguments) {
    Ended ended = program.run(arguments);

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.bytes()).isEmpty();
    assertThat(ended.err()).startsWith("cloudcruise: ").endsWith("\n");
    assertThat(ended.err().lines()).hasSize(1);
    return ended;
  }

  private static Program withKey() {
    return new Program().with("CLOUDCRUISE_API_KEY", Sandbox.API_KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "results | which run?",
        "results --json | which run?",
        "results --file x a | leave out SESSION_ID",
        "results --file x --sandbox | leave out --sandbox",
        "results --file x --base-url https://a.example | leave out --base-url",
        "results --file x --timeout 5s | leave out --timeout",
        "results --sandbox --base-url https://a.example | leave out --base-url",
        "results a/b | not a session id",
        "results a b | an argument too many: several runs can only be waited for, with --wait",
        "results --wait | which run?",
        "results --file x --wait | leave out --wait",
        "results a b/c --wait | not a session id",
        "results a --wait --timeout 2d | --timeout: not a duration",
        "results --sandbox --nope | there is no option --nope",
        "results a --timeout | --timeout needs a value",
        "results a --timeout 1s --timeout 2s | --timeout is given more than once",
        "results a --timeout 0s | --timeout: not a duration",
        "results a --base-url http://a.example | must be https",
        "results a --base-url nonsense | needs a scheme",
        "results a --json=x | --json takes no such value",
        "sandbox --port 65536 | --port: not a port",
        "sandbox --port -1 | --port: not a port",
        "sandbox --port x | --port: not a port",
        "sandbox x | an argument too many",
        "rezults a | there is no such command: use results or sandbox",
        "@/etc/hosts | there is no such command"
      })
  void refusesWhatMakesNoSense(String arguments, String said) {
    assertThat(refused(withKey(), arguments.split(" ")).err()).contains(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "results a --api-key " + CANARY,
        "results a --api-key=" + CANARY,
        "results a --api-key=https://u:" + CANARY + "@a.example",
        "results --key:" + CANARY,
        "results --" + CANARY,
        "results -" + CANARY,
        "results a " + CANARY,
        "results a/" + CANARY,
        CANARY,
        "results a --timeout " + CANARY,
        "results a --timeout=5s --timeout=" + CANARY,
        "results a --json=" + CANARY,
        "results a --base-url https://user:" + CANARY + "@a.example",
        "results a --base-url https://a.example?token=" + CANARY,
        "results a --base-url http://a.example/" + CANARY,
        "results a --base-url ht^tps://" + CANARY,
        "results a --base-url --base-url=https://u:" + CANARY + "@a.example",
        "results --file https://a.example/x?signature=" + CANARY,
        "sandbox --port " + CANARY
      })
  void neverQuotesWhatWasGiven(String arguments) {
    assertThat(refused(withKey(), arguments.split(" ")).err()).doesNotContain(CANARY, "canary");
    assertThat(withKey().run((arguments + " --verbose").split(" ")).err())
        .doesNotContain(CANARY, "canary");
  }

  @Test
  void tellsWhereAKeyBelongs() {
    assertThat(refused(withKey(), "results", "a", "--api-key", "x").err())
        .contains("no option --api-key", "CLOUDCRUISE_API_KEY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void refusesToAskWithoutAKey(String key) {
    Program program = new Program().with("CLOUDCRUISE_API_KEY", key);

    assertThat(refused(program, "results", "a").err()).contains("set CLOUDCRUISE_API_KEY");
  }

  @Test
  void refusesAKeyThatCanBeNoneWithoutQuotingIt() {
    Program program = new Program().with("CLOUDCRUISE_API_KEY", CANARY + "\n");

    assertThat(refused(program, "results", "a").err())
        .contains("the API key holds a character that no key has")
        .doesNotContain(CANARY);
  }

  @Test
  void refusesABaseUrlOfTheEnvironmentWithoutQuotingIt() {
    Program program =
        withKey().with("CLOUDCRUISE_BASE_URL", "https://user:" + CANARY + "@a.example");

    assertThat(refused(program, "results", "a").err())
        .contains("must hold no user name or password")
        .doesNotContain(CANARY);
  }

  @Test
  void tellsWhyAFileCannotBeRead(@TempDir Path directory) {
    String absent = directory.resolve("absent").toString();

    assertThat(refused(new Program(), "results", "--file", absent).err())
        .contains("there is no such file");
    assertThat(refused(new Program(), "results", "--file", directory.toString()).err())
        .contains("it is a directory");
    assertThat(refused(new Program(), "results", "--file", "\0").err())
        .contains("there is no such file");
  }

  @Test
  void showsTheUsageWhenCalledWithoutACommand() {
    Ended ended = new Program().run();

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.bytes()).isEmpty();
    assertThat(ended.err()).contains("Usage: cloudcruise", "results", "sandbox");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "results --help", "sandbox --help"})
  void helpsAtEveryLevel(String arguments) {
    Ended ended = new Program().run(arguments.split(" "));

    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("Usage: ", "Exit codes:", "Examples:");
    assertThat(ended.out().lines()).allMatch(line -> Width.of(line) <= 80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "results --version", "sandbox --version"})
  void tellsItsVersionAtEveryLevel(String arguments) {
    Ended ended = new Program().run(arguments.split(" "));

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).matches("cloudcruise [0-9]+\\.[0-9]+\\.[0-9]+\\S*\\R");
  }
}
