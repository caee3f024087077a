package io.cloudcruise.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docs/contracts.md} shows is what is compiled and run here. */
class ContractsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "contracts.md");
  private static final Path EXAMPLES =
      Path.of("src", "test", "java", "io", "cloudcruise", "contract", "example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HttpClientRunResults.java",
        "HttpClientRunResultsTest.java",
        "TimedRunResultsTest.java",
        "VerdictServiceTest.java"
      })
  void thePageShowsTheExampleWordForWord(String example) throws IOException {
    String code = Files.readString(EXAMPLES.resolve(example));
    assertThat(Files.readString(PAGE)).contains("```java\n" + code + "```");
  }
}
