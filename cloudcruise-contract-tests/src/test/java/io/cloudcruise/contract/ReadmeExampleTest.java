package io.cloudcruise.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java example is compiled and run as it stands there. */
class ReadmeExampleTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir private Path directory;

  @Test
  void theExamplePrintsTheOutputOfARun() throws Exception {
    Path source = Files.writeString(directory.resolve("Verdict.java"), example());

    int errors =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-cp", CLASS_PATH, source.toString());

    assertThat(errors).isZero();
    try (Sandbox sandbox = Sandbox.start()) {
      assertThat(run(sandbox))
          .startsWith(
              "execution.success, then Invoices[invoices=[Invoice[service_date=2025-12-02,");
    }
  }

  private static String example() throws IOException {
    Matcher blocks = JAVA_BLOCK.matcher(Files.readString(Path.of("..", "README.md")));
    assertThat(blocks.find()).as("the README has a Java example").isTrue();
    return blocks.group(1);
  }

  private String run(Sandbox sandbox) throws Exception {
    Path output = directory.resolve("output");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder command =
        new ProcessBuilder(
                List.of(
                    java,
                    "-cp",
                    CLASS_PATH + System.getProperty("path.separator") + directory,
                    "Verdict",
                    Sandbox.DEFAULT_RUN))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    command
        .environment()
        .putAll(
            Map.of(
                "CLOUDCRUISE_API_KEY",
                Sandbox.API_KEY,
                "CLOUDCRUISE_BASE_URL",
                sandbox.baseUrl().toString()));
    Process process = command.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
