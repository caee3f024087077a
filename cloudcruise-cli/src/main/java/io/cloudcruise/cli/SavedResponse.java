package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.jackson.RunResultsJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Results in a file. No message holds the file's name: it may be a signed URL, given by mistake.
 *
 * @param name the file's name, or {@code -} for standard input
 */
record SavedResponse(String name, InputStream standardInput) implements ResultsSource {
  private static final int MIB = 1024 * 1024;
  private static final int MOST_MIB = 64;

  @Override
  public RunResults read(DriftListener listener) {
    return RunResultsJson.create(RunResultsJson.outputReader(), listener).read(bytes());
  }

  private byte[] bytes() {
    try {
      if (name.equals("-")) {
        return limited(standardInput);
      }
      try (InputStream file = Files.newInputStream(Path.of(name))) {
        return limited(file);
      }
    } catch (NoSuchFileException | InvalidPathException absent) {
      throw unusable("there is no such file");
    } catch (AccessDeniedException refused) {
      throw unusable("access to it is denied");
    } catch (IOException unreadable) {
      throw unusable(Files.isDirectory(Path.of(name)) ? "it is a directory" : "reading it failed");
    }
  }

  private static byte[] limited(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_MIB * MIB + 1);
    if (bytes.length > MOST_MIB * MIB) {
      throw unusable("it is larger than " + MOST_MIB + " MiB");
    }
    return bytes;
  }

  private static UsageException unusable(String why) {
    return new UsageException("cannot use what --file names: " + why);
  }
}
