package io.cloudcruise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cloudcruise.cli.Program.Ended;
import io.cloudcruise.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SandboxCommandTest {
  @Test
  void runsUntilItIsInterrupted() throws Exception {
    PipedInputStream screen = new PipedInputStream(64 * 1024);
    CompletableFuture<Ended> ended = new CompletableFuture<>();
    Program program = new Program().writingTo(new PipedOutputStream(screen));
    Thread session = new Thread(() -> ended.complete(program.run("sandbox", "--port", "0")));
    session.start();

    List<String> lines = linesUpTo("java -jar cloudcruise.jar results", screen);
    URI url = baseUrl(lines);
    Ended asked =
        new Program()
            .with("CLOUDCRUISE_BASE_URL", url.toString())
            .with("CLOUDCRUISE_API_KEY", Sandbox.API_KEY)
            .run("results", Sandbox.DEFAULT_RUN);
    session.interrupt();

    assertThat(ended.get(30, TimeUnit.SECONDS).code()).isEqualTo(130);
    assertThat(asked.out()).startsWith("✓ SUCCEEDED");
    assertThat(lines).allMatch(line -> Width.of(line) <= 80);
    assertThat(String.join("\n", lines))
        .contains(Sandbox.SECOND_API_KEY, Sandbox.UNAVAILABLE_KEY, "404  not-found");
    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> new Socket(url.getHost(), url.getPort()).close());
  }

  private static List<String> linesUpTo(String last, PipedInputStream screen) throws IOException {
    List<String> lines = new ArrayList<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(screen, UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(line);
      if (line.contains(last)) {
        return lines;
      }
    }
    throw new AssertionError("the program ended");
  }

  private static URI baseUrl(List<String> lines) {
    String export = "  export CLOUDCRUISE_BASE_URL=";
    return lines.stream()
        .filter(line -> line.startsWith(export))
        .map(line -> URI.create(line.substring(export.length())))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void saysInOneLineThatThePortCannotBeHad() throws IOException {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      Ended ended = new Program().run("sandbox", "--port", "" + taken.getLocalPort());

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.bytes()).isEmpty();
      assertThat(ended.err())
          .startsWith("cloudcruise: cannot listen on port " + taken.getLocalPort() + ": ");
      assertThat(ended.err().lines()).hasSize(1);
    }
  }
}
