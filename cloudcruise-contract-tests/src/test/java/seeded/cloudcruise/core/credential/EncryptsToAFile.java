package seeded.cloudcruise.core.credential;

import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.SecretKey;

/** Breaks rules on purpose. */
public final class EncryptsToAFile {
  private EncryptsToAFile() {}

  public static boolean encrypt(SecretKey key, SecureRandom random, Path file) {
    return key.equals(random) && key.equals(file);
  }
}
