package io.cloudcruise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.cli.Program.Ended;
import io.cloudcruise.sandbox.Sandbox;
import io.cloudcruise.sandbox.Scenario;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExitCodeTest {
  private static final Map<Integer, Integer> BY_STATUS =
      Map.of(200, 0, 400, 2, 401, 3, 402, 12, 403, 3, 404, 4, 422, 2, 429, 11, 500, 10, 502, 10);

  private static Sandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static Program program() {
    return new Program()
        .with("CLOUDCRUISE_API_KEY", Sandbox.API_KEY)
        .with("CLOUDCRUISE_BASE_URL", sandbox.baseUrl().toString());
  }

  static Stream<Scenario> scenarios() {
    return Sandbox.scenarios().stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void tellsWhatCanBeDoneAboutTheResponse(Scenario scenario) {
    Ended ended = program().run("results", scenario.sessionId(), "--json");

    assertThat(ended.code()).isEqualTo(BY_STATUS.getOrDefault(scenario.httpStatus(), 10));
    if (ended.code() == 0) {
      assertThat(ended.err()).isEmpty();
      assertThat(ended.out()).endsWith("}\n");
    } else {
      assertOneLineOfComplaint(ended);
    }
  }

  private static void assertOneLineOfComplaint(Ended ended) {
    assertThat(ended.bytes()).isEmpty();
    assertThat(ended.err()).startsWith("cloudcruise: ").endsWith("\n");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).doesNotContain("sk_", "\tat ", "Exception");
  }

  @ParameterizedTest
  @CsvSource({
    Sandbox.FORBIDDEN_KEY + ",3",
    Sandbox.USAGE_LIMIT_KEY + ",12",
    Sandbox.RATE_LIMITED_KEY + ",11",
    Sandbox.UNAVAILABLE_KEY + ",10",
    "sk_nobody_knows,3"
  })
  void tellsWhatTheKeyIsAnsweredWith(String key, int code) {
    Ended ended = program().with("CLOUDCRUISE_API_KEY", key).run("results", Program.run(1));

    assertThat(ended.code()).isEqualTo(code);
    assertOneLineOfComplaint(ended);
    assertThat(ended.err()).doesNotContain(key);
  }

  @Test
  void callsAPlatformThatDoesNotRespondInTimeUnavailable() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended =
          program()
              .run(
                  "results",
                  "a",
                  "--timeout",
                  "300ms",
                  "--base-url",
                  "http://127.0.0.1:" + silent.getLocalPort());

      assertThat(ended.code()).isEqualTo(10);
      assertThat(ended.err()).contains("deadline");
      assertOneLineOfComplaint(ended);
    }
  }

  @Test
  void callsAPlatformThatIsNotThereUnavailable() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }

    Ended ended = program().run("results", "a", "--base-url", "http://127.0.0.1:" + free);

    assertThat(ended.code()).isEqualTo(10);
    assertOneLineOfComplaint(ended);
  }

  @Test
  void endsWith130WhenInterrupted() {
    Thread.currentThread().interrupt();
    try {
      Ended ended = program().run("results", Program.run(1));

      assertThat(ended.code()).isEqualTo(130);
      assertOneLineOfComplaint(ended);
    } finally {
      Thread.interrupted();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | session_id",
        "[] | expected",
        "{\"session_id\":\"a\",\"status\":7} | /status",
        "not json | well-formed",
        "'' | empty"
      })
  void callsAnResponseThatBreaksTheContractThat(String response, String said) {
    Ended ended = new Program().given(response).run("results", "--file", "-");

    assertThat(ended.code()).isEqualTo(13);
    assertThat(ended.err()).contains(said);
    assertOneLineOfComplaint(ended);
  }

  @Test
  void tracesOnlyWhenAskedTo() {
    Ended ended = program().run("results", Program.run(404), "--verbose");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.bytes()).isEmpty();
    assertThat(ended.err()).contains("\tat ".strip(), "RunNotFoundException").doesNotContain("sk_");
    assertThat(ended.err().lines()).allMatch(line -> line.startsWith("cloudcruise: "));
  }

  @Test
  void takesVerboseBeforeTheCommandToo() {
    Ended ended = new Program().run("--verbose", "results", "--sandbox", Program.run(18));

    assertThat(ended.code()).isZero();
    assertThat(ended.err())
        .isEqualTo("cloudcruise: drift: unknown status at /status: execution.reviewing\n");
  }

  @Test
  void endsWith1ForWhatNobodyForesawAndKeepsItsMessageBack() {
    Ended ended = new Program().withoutAnEnvironment().run("results", "a");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.bytes()).isEmpty();
    assertThat(ended.err())
        .isEqualTo(
            "cloudcruise: unforeseen failure (IllegalStateException); --verbose tells more\n");
  }

  @Test
  void endsQuietlyWhenWhoeverReadsHasSeenEnough() {
    Ended ended =
        program().writingTo(refusing("Broken pipe")).run("results", Program.run(1), "--json");

    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void complainsWhenTheOutputCannotBeWritten() {
    Ended ended = program().writingTo(refusing("No space left")).run("results", Program.run(1));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).isEqualTo("cloudcruise: cannot write to standard output\n");
  }

  private static OutputStream refusing(String why) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        throw new IOException(why);
      }
    };
  }
}
