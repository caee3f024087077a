package io.cloudcruise.feign;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/** A call on a thread of its own. */
final class CallUnderWay {
  private static final long PATIENCE_MILLIS = 20_000;

  private final Thread thread;
  private volatile @Nullable Throwable thrown;
  private volatile boolean interruptFlag;

  private CallUnderWay(Runnable task) {
    thread = new Thread(() -> call(task), "caller");
    thread.setDaemon(true);
  }

  static CallUnderWay start(FeignRunResultsAdapter adapter) {
    return start(() -> assertThat(adapter.find(TestRun.ID)).isNotNull());
  }

  static CallUnderWay start(Runnable task) {
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

  void interrupt() {
    thread.interrupt();
  }

  /** Waits for the end of the call, which has to come soon, and returns what was thrown. */
  @Nullable Throwable end() throws InterruptedException {
    thread.join(PATIENCE_MILLIS);
    assertThat(thread.isAlive()).as("the call is still under way").isFalse();
    return thrown;
  }

  boolean leftTheInterruptFlagSet() {
    return interruptFlag;
  }
}
