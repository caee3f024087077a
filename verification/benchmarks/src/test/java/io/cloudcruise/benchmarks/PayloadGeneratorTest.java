package io.cloudcruise.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.Drift;
import io.cloudcruise.jackson.RunResultsJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PayloadGeneratorTest {
  @ParameterizedTest
  @CsvSource({"SMALL, 4000", "MEDIUM, 75000", "LARGE, 6000000"})
  void payloadsAreAsLargeAsTheirNamesSay(PayloadSize size, int bytes) {
    assertThat(PayloadGenerator.generate(size).length).isCloseTo(bytes, withinPercentage(15));
  }

  @ParameterizedTest
  @EnumSource
  void theSameSizeGivesTheSameBytes(PayloadSize size) {
    assertThat(PayloadGenerator.generate(size)).isEqualTo(PayloadGenerator.generate(size));
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldIsKnownToThisVersion(PayloadSize size) {
    List<Drift> drifts = new ArrayList<>();

    RunResults results =
        RunResultsJson.create(RunResultsJson.outputReader(), drifts::add)
            .read(PayloadGenerator.generate(size));

    assertThat(drifts).isEmpty();
    assertThat(results.otherFields()).isEmpty();
    assertThat(results.screenshots()).hasSize(size.screenshots());
    assertThat(results.errors()).hasSize(size.errors());
  }

  @Test
  void theOutputIsAnObjectWithAnArrayOfRows() {
    RunResults results =
        RunResultsJson.create().read(PayloadGenerator.generate(PayloadSize.MEDIUM));

    Map<?, ?> output = results.output().orElseThrow().as(Map.class);

    assertThat((List<?>) output.get("rows")).hasSize(PayloadSize.MEDIUM.rows());
  }

  @Test
  void signedUrlsAreAsLongAsRealOnes() {
    RunResults results = RunResultsJson.create().read(PayloadGenerator.generate(PayloadSize.SMALL));

    assertThat(results.screenshots())
        .allSatisfy(
            screenshot ->
                assertThat(screenshot.url().orElseThrow().reveal().length())
                    .isCloseTo(280, withinPercentage(5)));
  }
}
