package io.cloudcruise.core.schedule;

import java.time.Duration;

/**
 * Durations in buckets that widen with them, by 7.6% each: from two seconds, below which all share
 * one bucket, to six hours, above which all share the last.
 */
final class LogScale {
  static final int BUCKETS = 128;

  private static final double FIRST = 2;
  private static final double LAST = 6 * 3600;
  private static final double NANOS = 1e9;

  /** How far a bucket reaches, as a difference of logarithms. */
  static final double WIDTH = Math.log(LAST / FIRST) / (BUCKETS - 1);

  private LogScale() {}

  /** {@return where a bucket begins, in seconds} */
  static double edge(int bucket) {
    return bucket == 0 ? 0 : FIRST * Math.exp(WIDTH * (bucket - 1));
  }

  /** {@return where a duration falls, in buckets and their fractions, at most all of them} */
  static double position(Duration duration) {
    return position(seconds(duration));
  }

  static double position(double seconds) {
    if (seconds <= FIRST) {
      return seconds / FIRST;
    }
    return Math.min(BUCKETS, 1 + Math.log(seconds / FIRST) / WIDTH);
  }

  /** {@return a duration in seconds; unlike its nanoseconds, they never overflow} */
  static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / NANOS;
  }

  /** {@return a duration of so many seconds, at most as many as a {@code long} holds} */
  static Duration duration(double seconds) {
    long whole = (long) seconds;
    return Duration.ofSeconds(whole, (long) ((seconds - whole) * NANOS));
  }
}
