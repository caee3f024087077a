package io.cloudcruise.archive;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An archive cannot be written to or read. What is wrong with it, and where, is in the message. */
public final class ArchiveException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  ArchiveException(Path where, String what, @Nullable Throwable cause) {
    super(where + ": " + what, cause);
  }

  /** Messages of exceptions about files are often nothing but the file's name. */
  static ArchiveException of(Path where, String what, Exception failure) {
    return new ArchiveException(
        where, what + " (" + failure.getClass().getSimpleName() + ")", failure);
  }
}
