package io.cloudcruise.cli;

import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.model.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Says moments and durations in the way a person does. */
final class TimeWords {
  private TimeWords() {}

  /** {@return the moment in UTC to the second, or what the platform wrote if that is none} */
  static String moment(Timestamp timestamp) {
    return timestamp.instant().map(TimeWords::moment).orElse(timestamp.text());
  }

  private static String moment(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
  }

  /** {@return how long the URL still works, in few words} */
  static String left(SignedUrl url, Clock clock) {
    if (url.isExpired(clock)) {
      return "expired";
    }
    return url.timeLeft(clock)
        .map(left -> rough(left) + " left")
        .or(() -> url.expiry().map(odd -> "until " + odd))
        .orElse("no end stated");
  }

  /** {@return the two largest units; from an hour up rounded to minutes} */
  static String rough(Duration exact) {
    Duration duration = exact.toHours() > 0 ? exact.plusSeconds(30) : exact;
    if (duration.toDays() > 0) {
      return duration.toDays() + " d" + second(duration.toHoursPart(), " h");
    }
    if (duration.toHours() > 0) {
      return duration.toHours() + " h" + second(duration.toMinutesPart(), " min");
    }
    return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
  }

  private static String second(int count, String unit) {
    return count == 0 ? "" : " " + count + unit;
  }
}
