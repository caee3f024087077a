package io.cloudcruise.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedUrlTest {
  private static final String URL = "https://user:canary@a.example/b\n?token=canary#canary";
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-02-15T12:00:00Z"), ZoneOffset.UTC);

  private static SignedUrl expiringAt(String expiry) {
    return new SignedUrl(URL, Optional.of(new Timestamp(expiry)));
  }

  private static SignedUrl withoutExpiry() {
    return new SignedUrl(URL, Optional.empty());
  }

  @Test
  void handsTheWholeUrlOut() {
    assertThat(withoutExpiry().reveal()).isEqualTo(URL);
  }

  @Test
  void printsNeitherQueryNorFragmentNorUserInformationNorControlCharacters() {
    assertThat(expiringAt("now")).hasToString("https://***@a.example/b??***");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-15T12:00:00.000000001Z, PT0.000000001S",
    "2026-02-15T12:00:01Z, PT1S",
    "2026-02-22T12:00:00.000000+00:00, P7D",
    "2026-02-15T12:00:00-01:00, PT1H"
  })
  void worksUntilItsExpiry(String expiry, Duration left) {
    var url = expiringAt(expiry);

    assertThat(url.isExpired(NOON)).isFalse();
    assertThat(url.timeLeft(NOON)).contains(left);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-15T12:00:00Z",
        "2026-02-15T13:00:00+01:00",
        "2026-02-15T11:59:59.999999999Z",
        "1970-01-01T00:00:00Z",
        "-999999999-01-01T00:00:00Z"
      })
  void hasExpiredFromTheMomentOfItsExpiry(String expiry) {
    var url = expiringAt(expiry);

    assertThat(url.isExpired(NOON)).isTrue();
    assertThat(url.timeLeft(NOON)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "later", "2026-13-01T00:00:00Z"})
  void doesNotExpireAtAnUnreadableTime(String expiry) {
    var url = expiringAt(expiry);

    assertThat(url.isExpired(NOON)).isFalse();
    assertThat(url.timeLeft(NOON)).isEmpty();
  }

  @Test
  void doesNotExpireIfNothingSaysWhen() {
    var url = withoutExpiry();

    assertThat(url.isExpired(NOON)).isFalse();
    assertThat(url.timeLeft(NOON)).isEmpty();
  }

  @Test
  void countsTheTimeLeftToTheEndOfTime() {
    assertThat(expiringAt("+999999999-12-31T23:59:59Z").timeLeft(NOON)).isPresent();
  }

  @Test
  void keepsAnUnreadableExpiry() {
    assertThat(expiringAt("later").expiry()).contains(new Timestamp("later"));
  }

  @Test
  void hasNoExpiryIfNoneWasStated() {
    assertThat(withoutExpiry().expiry()).isEmpty();
  }

  @Test
  void equalsByUrlAndExpiry() {
    assertThat(expiringAt("later"))
        .isEqualTo(expiringAt("later"))
        .hasSameHashCodeAs(expiringAt("later"))
        .isNotEqualTo(expiringAt("now"))
        .isNotEqualTo(withoutExpiry())
        .isNotEqualTo(new SignedUrl("https://a.example", Optional.of(new Timestamp("later"))))
        .isNotEqualTo(null);
  }

  @Test
  void isNotSerializable() {
    assertThat(Serializable.class.isAssignableFrom(SignedUrl.class)).isFalse();
  }
}
