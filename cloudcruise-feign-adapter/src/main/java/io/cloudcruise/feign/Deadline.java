package io.cloudcruise.feign;

import java.time.Duration;

/** The moment at which a call has to be over. */
final class Deadline {
  private final Duration allowed;
  private final long endNanos;

  private Deadline(Duration allowed) {
    this.allowed = allowed;
    this.endNanos = System.nanoTime() + allowed.toNanos();
  }

  static Deadline in(Duration allowed) {
    return new Deadline(allowed);
  }

  Duration allowed() {
    return allowed;
  }

  /** Never negative, and never zero before the time is up. */
  long nanosLeft() {
    return Math.max(0, endNanos - System.nanoTime());
  }

  boolean isOverBy(Duration notFoundGracePeriod) {
    return System.nanoTime() - endNanos >= notFoundGracePeriod.toNanos();
  }

  boolean isOver() {
    return nanosLeft() == 0;
  }
}
