package seeded.cloudcruise.core.a;

import java.time.Instant;

/** Breaks rules on purpose. */
public final class ReadsTheClock {
  private ReadsTheClock() {}

  public static Instant now() {
    return Instant.now();
  }
}
