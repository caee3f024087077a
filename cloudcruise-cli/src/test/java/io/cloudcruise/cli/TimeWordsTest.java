package io.cloudcruise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.model.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "P7D,7 d",
    "P6DT23H59M59S,7 d",
    "P6DT23H,6 d 23 h",
    "PT23H10M,23 h 10 min",
    "PT1H,1 h",
    "PT59M59S,59 min",
    "PT59S,59 s",
    "PT0.5S,0 s"
  })
  void saysADurationRoughly(Duration duration, String words) {
    assertThat(TimeWords.rough(duration)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T13:00:00Z,1 h left",
    "2026-03-01T12:00:00Z,expired",
    "2024-01-01T00:00:00.000000+00:00,expired",
    "later,until later"
  })
  void saysHowLongAUrlStillWorks(String expiry, String words) {
    SignedUrl url = new SignedUrl("https://a.example", Optional.of(new Timestamp(expiry)));

    assertThat(TimeWords.left(url, NOON)).isEqualTo(words);
  }

  @Test
  void saysThatNoEndIsStated() {
    assertThat(TimeWords.left(new SignedUrl("https://a.example", Optional.empty()), NOON))
        .isEqualTo("no end stated");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T03:04:05.123456+01:00,2026-01-02 02:04:05Z",
    "2026-01-02T03:04:00Z,2026-01-02 03:04:00Z",
    "now,now"
  })
  void saysAMomentToTheSecondOrWordForWord(String text, String words) {
    assertThat(TimeWords.moment(new Timestamp(text))).isEqualTo(words);
  }
}
