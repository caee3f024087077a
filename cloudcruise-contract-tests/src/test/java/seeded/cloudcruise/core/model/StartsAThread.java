package seeded.cloudcruise.core.model;

import java.util.concurrent.Executor;

/** Breaks rules on purpose. */
public final class StartsAThread {
  private StartsAThread() {}

  static void start(Executor executor, Runnable task) {
    executor.execute(task);
  }
}
