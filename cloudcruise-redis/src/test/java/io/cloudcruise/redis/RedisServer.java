package io.cloudcruise.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** A real Redis on loopback that keeps nothing, and can die and come back. */
final class RedisServer implements AutoCloseable {
  private static final String PROGRAM = "redis-server";

  private final Path directory;
  private final int port;
  private Process process;

  private RedisServer(Path directory, int port) throws IOException {
    this.directory = directory;
    this.port = port;
    this.process = launch();
  }

  /** Starts a server; skips the test where there is no program for it. */
  static RedisServer start(Path directory) throws IOException {
    assumeTrue(isInstalled(), "there is no " + PROGRAM + " here: install the package of that name");
    return new RedisServer(directory, freePort());
  }

  private static boolean isInstalled() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(place -> Files.isExecutable(Path.of(place, PROGRAM)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  URI uri() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  void die() {
    process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  void comeBack() throws IOException {
    process = launch();
  }

  private Process launch() throws IOException {
    Process started =
        new ProcessBuilder(
                PROGRAM,
                "--bind",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                directory.toString())
            .redirectErrorStream(true)
            .start();
    var lines = started.inputReader();
    String line = lines.readLine();
    while (line != null && !line.contains("Ready to accept connections")) {
      line = lines.readLine();
    }
    assertThat(line).as("what Redis says when it is ready").isNotNull();
    return started;
  }

  /** Runs a command of the distribution's own client, and returns what it says. */
  String cli(String... command) {
    String[] all = new String[command.length + 3];
    all[0] = "redis-cli";
    all[1] = "-p";
    all[2] = String.valueOf(port);
    System.arraycopy(command, 0, all, 3, command.length);
    try {
      Process cli = new ProcessBuilder(all).start();
      return new String(
          cli.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    die();
  }
}
