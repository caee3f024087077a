package seeded.cloudcruise.core.a;

import javax.crypto.SecretKey;

/** Breaks rules on purpose. */
public final class KnowsAKey {
  private KnowsAKey() {}

  public static SecretKey key(SecretKey key) {
    return key;
  }
}
