package io.cloudcruise.core.wait;

import io.cloudcruise.core.time.Timer;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is in one wait: it sleeps, is due to poll, is busy, or is over. The lock is never
 * held while the platform is asked or anybody else is called. Thread-safe.
 */
final class WaitState {
  private enum Phase {
    SLEEPING,
    DUE,
    BUSY,
    OVER
  }

  private final Timer timer;
  private final Runnable due;
  private final ReentrantLock lock = new ReentrantLock();
  private Phase phase = Phase.BUSY;
  private boolean pollRequested;
  private Runnable alarm = () -> {};
  private @Nullable Thread poller;

  WaitState(Timer timer, Runnable due) {
    this.timer = timer;
    this.due = due;
  }

  /** Sleeps, and is due then; at once if it was polled on demand while it was busy. */
  void sleep(Duration duration) {
    boolean now;
    lock.lock();
    try {
      if (phase != Phase.BUSY) {
        return;
      }
      now = pollRequested || duration.isZero();
      pollRequested = false;
      phase = now ? Phase.DUE : Phase.SLEEPING;
      if (!now) {
        alarm = timer.after(duration, this::wake);
      }
    } finally {
      lock.unlock();
    }
    if (now) {
      due.run();
    }
  }

  private void wake() {
    if (becomesDue()) {
      due.run();
    }
  }

  private boolean becomesDue() {
    lock.lock();
    try {
      boolean sleeping = phase == Phase.SLEEPING;
      if (sleeping) {
        phase = Phase.DUE;
        alarm.run();
      }
      return sleeping;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Is due at once; if it is busy, as soon as it no longer is, for it may have polled too early.
   */
  void pollNow() {
    lock.lock();
    try {
      pollRequested = phase == Phase.BUSY;
    } finally {
      lock.unlock();
    }
    wake();
  }

  /** Whether the calling thread may poll now. */
  boolean begin() {
    lock.lock();
    try {
      if (phase != Phase.DUE) {
        return false;
      }
      phase = Phase.BUSY;
      poller = Thread.currentThread();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Says that the poll has been made; an interruption that was meant for it ends with it. */
  void polled() {
    lock.lock();
    try {
      poller = null;
      if (phase == Phase.OVER) {
        Thread.interrupted();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends the wait, and the poll that is under way. */
  void end() {
    lock.lock();
    try {
      phase = Phase.OVER;
      alarm.run();
      if (poller != null) {
        poller.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }
}
