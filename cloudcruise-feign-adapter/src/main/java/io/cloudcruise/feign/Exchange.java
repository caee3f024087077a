package io.cloudcruise.feign;

/**
 * One call under way, which closing the transport ends by waking its thread up.
 *
 * <p>Why not wait for a future that closing can complete: the JDK's client completes those of
 * {@code sendAsync} on a pool which, on machines with two processors or fewer, starts a thread for
 * each.
 */
final class Exchange {
  private final Thread caller = Thread.currentThread();
  private boolean over;
  private boolean aborted;

  /** Wakes the caller up, unless it is done. */
  synchronized void abort() {
    if (!over) {
      aborted = true;
      caller.interrupt();
    }
  }

  /**
   * Ends the exchange; to be called by the caller. Nothing wakes it up after that, and if something
   * did before, it leaves no trace.
   *
   * @return whether the exchange was aborted
   */
  synchronized boolean end() {
    if (aborted && !over) {
      Thread.interrupted();
    }
    over = true;
    return aborted;
  }
}
