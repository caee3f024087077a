package seeded.cloudcruise.core.a;

/** Breaks rules on purpose. */
public final class PrintsAStackTrace {
  private PrintsAStackTrace() {}

  public static void print(RuntimeException thrown) {
    thrown.printStackTrace();
  }
}
