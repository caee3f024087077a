package io.cloudcruise.reliability.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another JVM with this one's class path, and all that it prints. */
final class ChildProcess implements AutoCloseable {
  private static final long MAX_WAIT_SECONDS = 50;

  private final Process process;
  private final Path printed;

  private ChildProcess(ProcessBuilder builder, Path printed) throws IOException {
    this.process = builder.redirectErrorStream(true).redirectOutput(printed.toFile()).start();
    this.printed = printed;
  }

  /** Starts a main class; both streams are kept in a file of the directory. */
  static ChildProcess start(
      Path directory, Map<String, String> environment, List<String> options, String... command)
      throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    all.addAll(options);
    all.addAll(Arrays.asList(command));
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().putAll(environment);
    // Not an argument: on Linux the JDK reads no more of a process's arguments than a page.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return new ChildProcess(builder, Files.createTempFile(directory, "printed", ".txt"));
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Gives it its standard input, which ends then. */
  ChildProcess tell(String text) throws IOException {
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(UTF_8));
    }
    return this;
  }

  /** {@return all that it printed, once it has ended} */
  String end() throws IOException, InterruptedException {
    assertThat(process.waitFor(MAX_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    return Files.readString(printed);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
