package io.cloudcruise.core.time;

import java.time.Duration;
import java.util.Objects;

/**
 * The moment at which a call has to be over, by the machine's monotonic clock. Immutable and
 * thread-safe; two are equal only if they are the same.
 */
public final class Deadline {
  /** Nobody waits for longer, and nanoseconds can count to it. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final Duration allowed;
  private final long endNanos;

  private Deadline(Duration allowed) {
    this.allowed = allowed;
    this.endNanos = System.nanoTime() + allowed.toNanos();
  }

  /**
   * Starts the time of a call.
   *
   * @param allowed how long the call may take from now on; a time of more than a hundred years
   *     counts as a hundred years
   * @return the deadline
   * @throws IllegalArgumentException if {@code allowed} is negative
   */
  public static Deadline in(Duration allowed) {
    Objects.requireNonNull(allowed, "allowed");
    if (allowed.isNegative()) {
      throw new IllegalArgumentException("a deadline must not be negative, is " + allowed);
    }
    return new Deadline(allowed.compareTo(LONGEST) < 0 ? allowed : LONGEST);
  }

  /** {@return how long the whole call may take} */
  public Duration allowed() {
    return allowed;
  }

  /** {@return the nanoseconds left; never negative, and never zero before the time is up} */
  public long nanosLeft() {
    return Math.max(0, endNanos - System.nanoTime());
  }

  /** {@return whether the time is up} */
  public boolean isOver() {
    return nanosLeft() == 0;
  }

  /**
   * Tells whether the time has been up for a while.
   *
   * @param grace how long
   * @return whether the time has been up for at least that long
   */
  public boolean isOverBy(Duration grace) {
    return System.nanoTime() - endNanos >= grace.toNanos();
  }
}
