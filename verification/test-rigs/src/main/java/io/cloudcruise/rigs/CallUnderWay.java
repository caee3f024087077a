package io.cloudcruise.rigs;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call on a thread of its own. */
public final class CallUnderWay {
  private static final long MAX_WAIT_MILLIS = 20_000;

  private final Thread thread;
  private volatile @Nullable Throwable thrown;
  private volatile boolean interruptFlag;

  private CallUnderWay(Runnable task) {
    thread = new Thread(() -> call(task), "caller");
    thread.setDaemon(true);
  }

  /** Starts it. */
  public static CallUnderWay start(Runnable task) {
    CallUnderWay call = new CallUnderWay(task);
    call.thread.start();
    return call;
  }

  private void call(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException failure) {
      thrown = failure;
    }
    interruptFlag = Thread.currentThread().isInterrupted();
  }

  /** Interrupts its thread. */
  public void interrupt() {
    thread.interrupt();
  }

  /** {@return whether it is over} */
  public boolean hasEnded() {
    return !thread.isAlive();
  }

  /** {@return whether it waits for something} */
  public boolean isWaiting() {
    return Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING).contains(thread.getState());
  }

  /** Waits for the end of the call, which has to come soon, and returns what was thrown. */
  public @Nullable Throwable end() throws InterruptedException {
    thread.join(MAX_WAIT_MILLIS);
    if (thread.isAlive()) {
      throw new AssertionError("the call is still under way");
    }
    return thrown;
  }

  /** {@return whether the thread was still marked as interrupted when the call had ended} */
  public boolean leftTheInterruptFlagSet() {
    return interruptFlag;
  }
}
