package io.cloudcruise.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documentation shows is what is compiled and run here. */
class DocumentedExamplesTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path EXAMPLES =
      Path.of("src", "test", "java", "io", "cloudcruise", "contract", "example");

  @ParameterizedTest
  @CsvSource({
    "contracts.md, HttpClientRunResults.java",
    "contracts.md, HttpClientRunResultsTest.java",
    "contracts.md, TimedRunResultsTest.java",
    "contracts.md, VerdictServiceTest.java",
    "waiting.md, WaitingExampleTest.java"
  })
  void thePageShowsTheExampleWordForWord(String page, String example) throws IOException {
    String code = Files.readString(EXAMPLES.resolve(example));
    assertThat(Files.readString(DOCS.resolve(page))).contains("```java\n" + code + "```");
  }
}
