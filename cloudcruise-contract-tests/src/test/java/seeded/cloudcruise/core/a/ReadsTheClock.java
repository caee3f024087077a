package seeded.cloudcruise.core.a;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** Breaks rules on purpose. */
public final class ReadsTheClock {
  public static final Supplier<Instant> BY_REFERENCE = Instant::now;

  private ReadsTheClock() {}

  public static Instant now() {
    return Instant.now();
  }

  public static Clock ticking() {
    return Clock.systemUTC();
  }

  public static long nanos() {
    return System.nanoTime();
  }

  public static void sleep() throws InterruptedException {
    Thread.sleep(1);
  }

  /** Breaks none: it was told which clock. */
  public static Instant now(Clock clock) {
    return Instant.now(clock);
  }
}
