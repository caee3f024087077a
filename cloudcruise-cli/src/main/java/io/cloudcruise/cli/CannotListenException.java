package io.cloudcruise.cli;

import java.io.Serial;

/** The sandbox cannot have the port. */
final class CannotListenException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  CannotListenException(int port, Throwable cause) {
    super(
        "cannot listen on port "
            + port
            + ": another program may have it; give another --port, or none for a free one",
        cause);
  }
}
