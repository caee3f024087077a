package io.cloudcruise.cli;

import static io.cloudcruise.cli.Program.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.cli.Program.Ended;
import io.cloudcruise.jackson.RunResultsJson;
import io.cloudcruise.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitTest {
  private static final String MOVING_SUCCESS = run(60);
  private static final String MOVING_FAILURE = run(61);
  private static final String MOVING_PAUSE = run(62);

  private static Ended await(Program program, String... arguments) {
    return program
        .inFastTime()
        .run(
            Stream.concat(Stream.of("results", "--sandbox", "--wait"), Stream.of(arguments))
                .toArray(String[]::new));
  }

  @Test
  void waitsUntilTheRunHasEndedAndShowsIt() {
    Ended ended = await(new Program(), MOVING_SUCCESS);

    assertThat(ended.out()).startsWith("✓ SUCCEEDED");
    assertThat(ended.code()).isZero();
  }

  @Test
  void tellsEachChangeOfStatusInALineOfItsOwn() {
    Ended ended = await(new Program(), MOVING_SUCCESS);

    assertThat(ended.err().lines())
        .hasSizeBetween(2, 3)
        .allMatch(line -> line.startsWith("cloudcruise: run " + MOVING_SUCCESS + ": execution."));
    assertThat(ended.err())
        .containsPattern(": execution\\.queued after \\d+ s, next poll in \\d+ s\n");
    assertThat(ended.err().lines().reduce((first, last) -> last).orElseThrow())
        .contains(": execution.success after ")
        .doesNotContain("next poll in 0 s");
  }

  @Test
  void writesOneLineOverOnATerminalAndLeavesNothingOfIt() {
    Ended ended = await(new Program().onATerminal(), MOVING_SUCCESS);

    assertThat(ended.err()).startsWith("\r\u001B[K").endsWith("\r\u001B[K").doesNotContain("\n");
    assertThat(ended.out()).startsWith("✓ SUCCEEDED").doesNotContain("\r");
  }

  @ParameterizedTest
  @CsvSource({"15, 0", "16, 5", "17, 6", "13, 7", "14, 7"})
  void endsWithWhatBecameOfTheRun(int run, int code) {
    assertThat(await(new Program(), run(run)).code()).isEqualTo(code);
  }

  @Test
  void aRunThatNeedsAPersonIsShownAsItIs() {
    Ended ended = await(new Program(), MOVING_PAUSE);

    assertThat(ended.code()).isEqualTo(7);
    assertThat(ended.out()).startsWith("○ PAUSED");
    assertThat(ended.err())
        .endsWith("run " + MOVING_PAUSE + ": needs a person before it goes on\n");
  }

  @Test
  void aRunThatHasNotEndedInTimeIsShownAsItIs() {
    Ended ended = await(new Program(), run(11), "--timeout", "20s");

    assertThat(ended.code()).isEqualTo(9);
    assertThat(ended.out()).startsWith("○ RUNNING");
    assertThat(ended.err()).containsPattern("run " + run(11) + ": still running after 2\\d s\n");
  }

  @ParameterizedTest
  @CsvSource({"401, 3", "404, 4", "402, 12", "422, 2"})
  void aRefusalEndsTheWaitAsItEndsACall(int run, int code) {
    Ended ended = await(new Program(), run(run));

    assertThat(ended.code()).isEqualTo(code);
    assertThat(ended.bytes()).isEmpty();
    assertThat(ended.err()).startsWith("cloudcruise: run " + run(run) + ": ").hasLineCount(1);
  }

  @Test
  void severalRunsPrintALineEachAsTheyEnd() {
    Ended ended = await(new Program(), MOVING_FAILURE, MOVING_SUCCESS, run(17));

    List<String> lines = ended.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("■ STOPPED").contains(run(17));
    assertThat(lines)
        .anyMatch(line -> line.contains("✓ SUCCEEDED  " + MOVING_SUCCESS + "  after "))
        .anyMatch(line -> line.contains("✗ FAILED  " + MOVING_FAILURE + "  after "));
  }

  @ParameterizedTest
  @CsvSource({
    "15, 16, 17, 5",
    "15, 17, 16, 6",
    "404, 17, 16, 4",
    "15, 13, 404, 7",
    "15, 15, 15, 0"
  })
  void severalRunsEndWithTheFirstThatWasNoSuccess(int one, int two, int three, int code) {
    assertThat(await(new Program(), run(one), run(two), run(three)).code()).isEqualTo(code);
  }

  @Test
  void severalRunsPrintADocumentEachOnOneLine() {
    Ended ended = await(new Program(), "--json", run(15), run(16), run(404), run(13));

    List<String> documents = ended.out().lines().toList();
    assertThat(documents).hasSize(3);
    assertThat(documents)
        .allSatisfy(
            document -> RunResultsJson.create().read(document.getBytes(StandardCharsets.UTF_8)));
    assertThat(ended.err()).contains("run " + run(404) + ": the platform knows no such run");
    assertThat(ended.code()).isEqualTo(5);
  }

  @Test
  void aRunThatIsNamedTwiceIsAwaitedOnce() {
    assertThat(await(new Program(), run(15), run(15)).out()).containsOnlyOnce("SUCCEEDED");
  }

  @Test
  void severalRunsAreCountedOnATerminal() {
    Ended ended = await(new Program().onATerminal(), MOVING_SUCCESS, run(15));

    assertThat(ended.err()).contains(" of 2 are over · ");
  }

  @Test
  void neverShowsAKey() {
    assertThat(await(new Program(), MOVING_SUCCESS, run(401)).all())
        .doesNotContain(Sandbox.API_KEY);
  }
}
