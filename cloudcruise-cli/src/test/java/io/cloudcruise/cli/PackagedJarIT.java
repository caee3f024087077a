package io.cloudcruise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program that people get, in a process of its own. */
@Timeout(120)
class PackagedJarIT {
  @TempDir private Path directory;

  private int run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private Process start(String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = System.getProperty("cloudcruise.jar");
    List<String> command =
        Stream.concat(
                Stream.of(java, "-Dfile.encoding=ISO-8859-1", "-jar", jar), Stream.of(arguments))
            .toList();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile());
    builder.environment().put("LANG", "C");
    builder.environment().put("LC_ALL", "C");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.start();
  }

  private String written(String stream) throws IOException {
    return Files.readString(directory.resolve(stream), UTF_8);
  }

  @Test
  void showsTheDemonstrationInUtf8() throws Exception {
    assertThat(run("results", "--sandbox")).isZero();

    assertThat(written("err")).isEmpty();
    assertThat(written("out")).startsWith("✓ SUCCEEDED").contains("Zürich", "R-2025-0412");
  }

  @Test
  void endsWithTheExitCodeOfAFailure() throws Exception {
    assertThat(run("results", "--sandbox", Program.run(404), "--json")).isEqualTo(4);

    assertThat(written("out")).isEmpty();
    assertThat(written("err").lines()).hasSize(1);
  }

  @Test
  void waitsForARunThatHasEndedAlready() throws Exception {
    assertThat(run("results", "--sandbox", "--wait", Program.run(16))).isEqualTo(5);

    assertThat(written("out")).startsWith("✗ FAILED");
  }

  @Test
  void tellsWhatIsKnownWhenItIsEndedWhileItWaits() throws Exception {
    Process process = start("results", "--sandbox", "--wait", Program.run(11));
    while (process.isAlive() && !written("err").contains("\n")) {
      Thread.onSpinWait();
    }
    process.destroy();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    assertThat(written("out")).isEmpty();
    assertThat(written("err"))
        .endsWith("run " + Program.run(11) + ": execution.start when last seen\n");
  }
}
