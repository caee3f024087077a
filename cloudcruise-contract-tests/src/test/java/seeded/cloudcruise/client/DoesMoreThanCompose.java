package seeded.cloudcruise.client;

import io.cloudcruise.sandbox.Sandbox;

/** Breaks rules on purpose. */
public final class DoesMoreThanCompose {
  private DoesMoreThanCompose() {}

  public static void of(Sandbox sandbox) {}
}
