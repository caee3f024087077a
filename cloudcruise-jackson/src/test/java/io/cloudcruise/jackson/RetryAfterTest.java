package io.cloudcruise.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "1, PT1S",
    "' 7 ', PT7S",
    "007, PT7S",
    "1.5, PT1.5S",
    "0.0000000001, PT0.000000001S",
    "1.0000000001, PT1.000000001S",
    "3600, PT1H",
    "999999999, PT277777H46M39S",
    "999999999.999999999, PT277777H46M39.999999999S",
  })
  void readsSeconds(String text, Duration wait) {
    assertThat(RetryAfter.parse(text, NOW)).contains(wait);
  }

  @ParameterizedTest
  @CsvSource({
    "'Sun, 01 Mar 2026 12:00:30 GMT', PT30S",
    "'Sun, 1 Mar 2026 12:00:30 GMT', PT30S",
    "'Mon, 02 Mar 2026 12:00:00 GMT', PT24H",
    "'Sun, 01 Mar 2026 12:00:00 GMT', PT0S",
    "'Sun, 01 Mar 2026 11:00:00 GMT', PT0S",
    "'Thu, 01 Jan 1970 00:00:00 GMT', PT0S",
  })
  void readsDates(String text, Duration wait) {
    assertThat(RetryAfter.parse(text, NOW)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".5",
        "1.",
        "-1",
        "-0.5",
        "+1",
        "1e9",
        "1E400000000",
        "99999999999",
        "1,5",
        "0x10",
        "NaN",
        "Infinity",
        "soon",
        "1 second",
        "1\n2",
        "٣",
        "Sunday, 01-Mar-26 12:00:30 GMT",
        "Sun Mar  1 12:00:30 2026",
        "2026-03-01T12:00:30Z",
        "Mon, 01 Mar 2026 12:00:30 GMT",
        "Sun, 99 Mar 2026 12:00:30 GMT",
      })
  void takesWhatMakesNoSenseForNotSaid(String text) {
    assertThat(RetryAfter.parse(text, NOW)).isEmpty();
  }

  @Test
  void takesAnEndlessNumberForNotSaid() {
    assertThat(RetryAfter.parse("9".repeat(10_240), NOW)).isEmpty();
  }

  @Test
  void readsEndlessDecimalsRoundedUp() {
    String text = "2." + "0".repeat(10_240) + "1";

    assertThat(RetryAfter.parse(text, NOW)).contains(Duration.ofSeconds(2, 1));
  }
}
