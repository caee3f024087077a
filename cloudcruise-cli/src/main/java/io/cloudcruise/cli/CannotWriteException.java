package io.cloudcruise.cli;

import java.io.IOException;
import java.io.Serial;
import java.util.Locale;

/** Standard output does not take what is written to it. */
final class CannotWriteException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final boolean readerGone;

  CannotWriteException(IOException cause) {
    super("cannot write to standard output", cause);
    String why = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    this.readerGone = why.contains("pipe");
  }

  /** {@return whether whoever reads the output has seen enough, as {@code head} does} */
  boolean isReaderGone() {
    return readerGone;
  }
}
