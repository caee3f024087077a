package io.cloudcruise.rigs;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The threads that a test has to account for. */
public final class Threads {
  private static final Duration MAX_WAIT = Duration.ofSeconds(20);

  private final Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());

  private Threads() {}

  /** Remembers who is alive now, so that others' threads do not count. */
  public static Threads sinceNow() {
    return new Threads();
  }

  /** {@return how many there are of an adapter's own executor} */
  public long workers() {
    return named("cloudcruise-http").size();
  }

  /** {@return how many there are of the JDK's client, which has one for each client} */
  public long selectors() {
    return named("HttpClient-").stream()
        .filter(thread -> thread.getName().endsWith("-SelectorManager"))
        .count();
  }

  /** {@return those whose names begin so} */
  public Set<Thread> named(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread) && thread.getName().startsWith(prefix))
        .collect(Collectors.toSet());
  }

  /** {@return whether a thing comes true within a time that is long for a machine} */
  public static boolean soon(BooleanSupplier thing) {
    long end = System.nanoTime() + MAX_WAIT.toNanos();
    while (!thing.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    return true;
  }

  /**
   * {@return whether they do; Java 17 ends a client's selector only once the client has been
   * collected}
   */
  public boolean selectorsEndSoon() {
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
