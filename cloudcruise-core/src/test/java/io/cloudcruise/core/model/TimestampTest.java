package io.cloudcruise.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
  @ParameterizedTest
  @CsvSource({
    "2024-01-01T00:00:00.000000+00:00, 2024-01-01T00:00:00Z",
    "2024-01-01T00:00:00.123456+00:00, 2024-01-01T00:00:00.123456Z",
    "2024-01-01T00:00:00.123456+02:30, 2023-12-31T21:30:00.123456Z",
    "2024-01-01T00:00:00.123456-08:00, 2024-01-01T08:00:00.123456Z",
    "2025-06-04T20:45:11.669Z, 2025-06-04T20:45:11.669Z",
    "2026-02-15T10:00:00Z, 2026-02-15T10:00:00Z",
    "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
    "1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z"
  })
  void readsIsoDateAndTimeWithOffset(String text, Instant expected) {
    assertThat(new Timestamp(text).instant()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "later",
        "null",
        "1767225600",
        "garbage",
        "2026-02-15",
        "2026-02-15T10:00:00",
        "2026-02-15 10:00:00Z",
        " 2026-02-15T10:00:00Z",
        "2026-02-15T10:00:00Z\n",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-01-32T00:00:00Z",
        "2025-02-29T00:00:00Z",
        "2026-01-01T25:00:00Z",
        "2026-01-01T00:60:00Z",
        "2026-01-01T00:00:00+19:00",
        "10000-01-01T00:00:00Z",
        "+1000000000-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z",
        "+99999999999999999999-01-01T00:00:00Z"
      })
  void hasNoInstantIfItIsNoIsoDateAndTimeWithOffset(String text) {
    assertThat(new Timestamp(text).instant()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "2026-13-01T00:00:00Z", "2024-01-01T00:00:00.000000+00:00"})
  void keepsItsTextWhateverItSays(String text) {
    assertThat(new Timestamp(text).text()).isEqualTo(text);
  }

  @Test
  void printsItsTextWordForWord() {
    assertThat(new Timestamp("2024-01-01T00:00:00.000000+00:00"))
        .hasToString("2024-01-01T00:00:00.000000+00:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+999999999-12-31T23:59:59.999999999-18:00", "-999999999-01-01T00:00:00+18:00"})
  void readsTheFarthestDatesThatThereAre(String text) {
    assertThat(new Timestamp(text).instant()).isPresent();
  }

  @Test
  void tellsRawValuesOfOneInstantApart() {
    var seconds = new Timestamp("2026-02-15T10:00:00Z");
    var millis = new Timestamp("2026-02-15T10:00:00.000Z");

    assertThat(seconds.instant()).isEqualTo(millis.instant());
    assertThat(seconds).isNotEqualTo(millis);
  }
}
