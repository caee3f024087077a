package io.cloudcruise.cli;

import java.io.Serial;

/** The program was called in a way that makes no sense. The message is a clause for a person. */
final class UsageException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  /** What a library says about a value that was given; it must not quote the value. */
  UsageException(IllegalArgumentException failure) {
    super(failure.getMessage());
  }
}
