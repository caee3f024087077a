package io.cloudcruise.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a sandbox. */
final class Workers {

  // An idle kept-alive connection takes no thread, so this bounds responses under way, not clients.
  private static final int COUNT = 16;

  private Workers() {}

  static ExecutorService daemons(String name) {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        COUNT,
        task -> {
          Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Runs the start of the server on a daemon and waits for it: the server's own thread inherits
   * being one, and would otherwise keep the process alive.
   */
  static void run(ExecutorService workers, Runnable start) {
    CompletableFuture.runAsync(start, workers).join();
  }

  static void end(ExecutorService workers) {
    workers.shutdownNow();
    try {
      workers.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
