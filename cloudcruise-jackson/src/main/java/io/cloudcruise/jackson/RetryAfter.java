package io.cloudcruise.jackson;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads how long to wait: seconds, with decimals or without, or a date (RFC 9110, 10.2.3; the
 * decimals are what some servers send). What makes no sense, a negative number included, is taken
 * for not said.
 */
final class RetryAfter {
  /**
   * Up to 31 years, and no exponents, which could name numbers that take for ever to write down.
   */
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9}\\d*)?");

  private RetryAfter() {}

  static Optional<Duration> parse(String text, Clock clock) {
    String trimmed = text.strip();
    return SECONDS.matcher(trimmed).matches()
        ? Optional.of(seconds(new BigDecimal(trimmed)))
        : untilDate(trimmed, clock);
  }

  /** Rounded up: waiting too short a time is what the platform asks not to do. */
  private static Duration seconds(BigDecimal seconds) {
    return Duration.ofNanos(
        seconds.movePointRight(9).setScale(0, RoundingMode.CEILING).longValueExact());
  }

  private static Optional<Duration> untilDate(String text, Clock clock) {
    try {
      Instant then = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      Duration wait = Duration.between(clock.instant(), then);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
