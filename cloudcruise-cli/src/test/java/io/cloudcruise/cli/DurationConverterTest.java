package io.cloudcruise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {
  @ParameterizedTest
  @CsvSource({
    "500ms,PT0.5S",
    "1ms,PT0.001S",
    "30s,PT30S",
    "5m,PT5M",
    "1h,PT1H",
    "24h,PT24H",
    "PT30S,PT30S",
    "pt1.5s,PT1.5S",
    "P1D,PT24H",
    "86400000ms,PT24H"
  })
  void readsShortAndIsoDurations(String text, Duration duration) {
    assertThat(new DurationConverter().convert(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0s",
        "PT0S",
        "-5s",
        "PT-5S",
        "25h",
        "PT24H0.001S",
        "P2D",
        "5",
        "5 s",
        "5d",
        "5S",
        "1.5s",
        "s",
        "9999999999s",
        "PT999999999999999999999S",
        "\u0665s"
      })
  void refusesAllElseAndTellsWhatIsAccepted(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> new DurationConverter().convert(text))
        .withMessageContaining("500ms, 30s, 5m, 1h or ISO-8601")
        .withMessageContaining("at most a day");
  }
}
