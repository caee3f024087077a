package io.cloudcruise.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The ways in which the platform writes a time. */
enum TimeRawValue {
  MICROS("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx"),
  MILLIS("uuuu-MM-dd'T'HH:mm:ss.SSSX"),
  SECONDS("uuuu-MM-dd'T'HH:mm:ssX");

  private final DateTimeFormatter formatter;

  TimeRawValue(String pattern) {
    formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  String write(Instant instant) {
    return formatter.format(instant);
  }
}
