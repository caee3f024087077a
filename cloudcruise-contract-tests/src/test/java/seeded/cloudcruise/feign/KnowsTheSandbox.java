package seeded.cloudcruise.feign;

import io.cloudcruise.sandbox.Sandbox;

/** Breaks rules on purpose. */
public final class KnowsTheSandbox {
  private KnowsTheSandbox() {}

  public static void stop(Sandbox sandbox) {
    sandbox.close();
  }
}
