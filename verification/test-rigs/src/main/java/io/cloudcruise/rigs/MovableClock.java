package io.cloudcruise.rigs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that only moves when told to. Its start is no whole second, as real ones are not. */
public final class MovableClock extends Clock {
  private volatile Instant now = Instant.parse("2026-01-05T10:00:00.900Z");

  /** Lets time pass, for one thread at a time. */
  public void advance(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("this clock knows UTC only");
  }
}
