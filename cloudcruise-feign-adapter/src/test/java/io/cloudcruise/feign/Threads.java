package io.cloudcruise.feign;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The threads that a test has to account for. */
final class Threads {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());

  private Threads() {}

  /** Remembers who is alive now, so that others' threads do not count. */
  static Threads sinceNow() {
    return new Threads();
  }

  /** Of an adapter's own executor. */
  long workers() {
    return named("cloudcruise-http").size();
  }

  /** Of the JDK's client, one for each client. */
  long selectors() {
    return named("HttpClient-").stream()
        .filter(thread -> thread.getName().endsWith("-SelectorManager"))
        .count();
  }

  Set<Thread> named(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread) && thread.getName().startsWith(prefix))
        .collect(Collectors.toSet());
  }

  /** {@return whether a thing comes true within a time that is long for a machine} */
  static boolean soon(BooleanSupplier thing) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!thing.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    return true;
  }

  /** Java 17 ends a client's selector only once the client has been collected. */
  boolean selectorsEndSoon() {
    boolean closable = Runtime.version().feature() >= 21;
    return soon(
        () -> {
          if (!closable) {
            System.gc();
          }
          return selectors() == 0;
        });
  }
}
