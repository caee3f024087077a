package seeded.cloudcruise.core.a;

import feign.Client;
import java.util.Objects;

/** Breaks rules on purpose. */
public final class UsesFeign {
  private UsesFeign() {}

  public static int timesUsed(Client client) {
    return Objects.hashCode(client); // each compiler has its own idea whose client.hashCode() is
  }
}
