package io.cloudcruise.core.retry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stops retry storms: while most calls fail, asking again makes a bad hour worse. A bucket holds
 * tokens; each retry takes one, each call that succeeds puts a tenth of one back. So a burst of
 * failures is retried, and a platform that is down sees one request per call. Thread-safe.
 */
final class RetryBudget {
  private static final int TENTHS = 10;

  private final int capacity;
  private final AtomicInteger tenths;

  /**
   * Creates a full bucket.
   *
   * @param retries how many tokens it holds
   * @throws IllegalArgumentException if {@code retries} is negative or more than a million
   */
  RetryBudget(int retries) {
    if (retries < 0 || retries > 1_000_000) {
      throw new IllegalArgumentException("not between 0 and a million: " + retries);
    }
    capacity = retries * TENTHS;
    tenths = new AtomicInteger(capacity);
  }

  /** {@return whether there was a token, which is taken then} */
  boolean tryAcquire() {
    return tenths.getAndUpdate(now -> now < TENTHS ? now : now - TENTHS) >= TENTHS;
  }

  /** Notes that a call succeeded. */
  void succeeded() {
    tenths.updateAndGet(now -> Math.min(capacity, now + 1));
  }
}
