package io.cloudcruise.archive;

import com.fasterxml.jackson.core.JacksonException;
import io.cloudcruise.core.port.ContractViolationException;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An archive cannot be written to or read. What is wrong with it, and where, is in the message. */
public final class ArchiveException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  ArchiveException(Path where, String what, @Nullable Throwable cause) {
    super(where + ": " + what, cause);
  }

  static ArchiveException of(Path where, String what, Exception failure) {
    return new ArchiveException(where, what + " (" + reason(failure) + ")", cause(failure));
  }

  /** {@return what may be kept} What fails over the contents of a file quotes them. */
  private static @Nullable Exception cause(Exception failure) {
    boolean ofAFile = failure instanceof IOException || failure instanceof UncheckedIOException;
    return (ofAFile && !(failure instanceof JacksonException))
            || failure instanceof ContractViolationException
        ? failure
        : null;
  }

  /**
   * {@return what happened, without the name of a file} Messages of exceptions about files are
   * often nothing but that name, and those about JSON quote it.
   */
  static String reason(Exception failure) {
    if (failure instanceof UncheckedIOException
        && failure.getCause() instanceof IOException cause) {
      return reason(cause);
    }
    String type = failure.getClass().getSimpleName();
    Optional<String> message =
        failure instanceof FileSystemException ofFile
            ? Optional.ofNullable(ofFile.getReason())
            : Optional.ofNullable(failure.getMessage())
                .filter(any -> failure.getClass().equals(IOException.class));
    return message.map(words -> type + ": " + words).orElse(type);
  }
}
