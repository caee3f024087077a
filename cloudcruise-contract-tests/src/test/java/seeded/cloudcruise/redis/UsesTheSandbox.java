package seeded.cloudcruise.redis;

import io.cloudcruise.sandbox.Sandbox;

/** Breaks rules on purpose. */
public final class UsesTheSandbox {
  private UsesTheSandbox() {}

  public static void stop(Sandbox sandbox) {
    sandbox.close();
  }
}
