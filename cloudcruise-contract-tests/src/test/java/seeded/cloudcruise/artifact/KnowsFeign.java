package seeded.cloudcruise.artifact;

import io.cloudcruise.feign.ApiKey;

/** Breaks rules on purpose. */
public final class KnowsFeign {
  private KnowsFeign() {}

  public static void of(ApiKey key) {}
}
