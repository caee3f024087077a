package seeded.cloudcruise.sandbox;

import io.cloudcruise.feign.ApiKey;

/** Breaks rules on purpose. */
public final class UsesTheAdapter {
  public final ApiKey key = ApiKey.of("not-a-key");
}
