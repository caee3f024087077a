package seeded.cloudcruise.core.a;

import feign.Client;

/** Breaks rules on purpose. */
public final class UsesFeign {
  private UsesFeign() {}

  public static int timesUsed(Client client) {
    return client.hashCode();
  }
}
