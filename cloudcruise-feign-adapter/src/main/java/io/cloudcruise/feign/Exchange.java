package io.cloudcruise.feign;

import io.cloudcruise.core.time.Deadline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call under way, which is ended from elsewhere by waking its thread up.
 *
 * <p>Why not wait for a future that others can complete: the JDK's client completes those of {@code
 * sendAsync} on a pool which, on machines with two processors or fewer, starts a thread for each.
 */
final class Exchange {
  /**
   * How long after the deadline the JDK's client may take to report its own timeout, which says
   * whether a connection had come about.
   */
  private static final Duration GRACE = Duration.ofMillis(100);

  private final Thread caller = Thread.currentThread();
  private final Deadline deadline;
  private boolean over;
  private @Nullable CancelReason cancelReason;

  Exchange(Deadline deadline) {
    this.deadline = deadline;
  }

  long nanosUntilLate() {
    return deadline.nanosLeft() + GRACE.toNanos();
  }

  void abortIfLate() {
    if (deadline.isOverBy(GRACE)) {
      abort(CancelReason.LATE);
    }
  }

  /** Wakes the caller up, unless it is done. */
  synchronized void abort(CancelReason why) {
    if (!over && cancelReason == null) {
      cancelReason = why;
      caller.interrupt();
    }
  }

  /**
   * Ends the exchange; to be called by the caller. Nothing wakes it up after that, and if something
   * did before, its interrupt flag is cleared again: an interrupt of the application's that
   * coincides cannot be told apart and is lost.
   *
   * @return why the exchange was ended from elsewhere; null if it was not
   */
  synchronized @Nullable CancelReason end() {
    if (cancelReason != null && !over) {
      Thread.interrupted();
    }
    over = true;
    return cancelReason;
  }

  /** Why an exchange is ended from elsewhere. */
  enum CancelReason {
    /** The transport was closed. */
    CLOSED,
    /** Its time is up, and the JDK's client has not noticed. */
    LATE
  }
}
