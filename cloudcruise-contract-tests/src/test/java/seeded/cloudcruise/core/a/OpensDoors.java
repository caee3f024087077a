package seeded.cloudcruise.core.a;

import java.io.IOException;
import java.nio.file.Path;

/** Breaks rules on purpose. */
public final class OpensDoors {
  private OpensDoors() {}

  public static Path file(Path directory) {
    return directory;
  }

  public static Process process(Runtime runtime) throws IOException {
    return runtime.exec(new String[0]);
  }

  public static System.Logger log(System.Logger log) {
    return log;
  }
}
