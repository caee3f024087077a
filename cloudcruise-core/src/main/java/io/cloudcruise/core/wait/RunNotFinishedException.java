package io.cloudcruise.core.wait;

import java.io.Serial;

/**
 * A wait ended before the run did, and its results were asked for all the same. The message says
 * what to do. Nothing is wrong with the platform: the run may be waited for again.
 */
public final class RunNotFinishedException extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1L;

  RunNotFinishedException(String message) {
    super(message);
  }
}
