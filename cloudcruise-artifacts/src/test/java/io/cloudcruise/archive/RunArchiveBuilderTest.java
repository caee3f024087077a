package io.cloudcruise.archive;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunArchiveBuilderTest {
  private final RunArchive.Builder builder =
      RunArchive.builder(new ScriptedRun(), new ScriptedStorage());

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65})
  void refusesToFetchSoManyAtOnce(int atOnce) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.atOnce(atOnce))
        .withMessage("1 to 64 at once, not " + atOnce);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0})
  void refusesACeilingThatLetsNothingThrough(long maxBytes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxBytes(maxBytes))
        .withMessage("maxBytes must be positive, is " + maxBytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT0S"})
  void refusesADeadlineThatHasPassed(Duration deadline) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.deadline(deadline))
        .withMessage("the deadline must be positive, is " + deadline);
  }

  @Test
  void takesTheLeastAndTheMost() {
    assertThatCode(() -> builder.atOnce(1).atOnce(64).maxBytes(1).deadline(Duration.ofNanos(1)))
        .doesNotThrowAnyException();
  }
}
