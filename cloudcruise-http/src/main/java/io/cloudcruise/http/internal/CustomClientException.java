package io.cloudcruise.http.internal;

import java.io.IOException;
import java.io.Serial;

/** Stands before what an HTTP client of the caller's threw, whose messages may say anything. */
public final class CustomClientException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Wraps a failure.
   *
   * @param cause what the client threw
   */
  public CustomClientException(Exception cause) {
    super(cause);
  }
}
