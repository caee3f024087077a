package io.cloudcruise.core.port;

import java.time.Duration;
import java.util.Objects;

/**
 * What a {@link RateLimiter} says to one request: it may be sent now, or it has to wait. A permit
 * that was granted is in use until it is closed, which is when the response has come or the request
 * has failed. Thread-safe.
 */
public final class Permit implements AutoCloseable {
  private final Duration retryAfter;
  private final Runnable release;
  private boolean released;

  private Permit(Duration retryAfter, Runnable release) {
    this.retryAfter = retryAfter;
    this.release = release;
  }

  /**
   * Grants a request.
   *
   * @param release called once, when the permit is closed
   * @return the permit
   */
  public static Permit granted(Runnable release) {
    return new Permit(Duration.ZERO, Objects.requireNonNull(release, "release"));
  }

  /**
   * Denies a request.
   *
   * @param retryAfter how long to wait before it is of use to ask again
   * @return a permit that is none
   * @throws IllegalArgumentException if the time is not positive
   */
  public static Permit denied(Duration retryAfter) {
    if (retryAfter.isNegative() || retryAfter.isZero()) {
      throw new IllegalArgumentException("the time to wait must be positive, is " + retryAfter);
    }
    return new Permit(retryAfter, () -> {});
  }

  /** {@return whether the request may be sent} */
  public boolean isGranted() {
    return retryAfter.isZero();
  }

  /** {@return how long to wait before it is of use to ask again; zero if the request is granted} */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** Says that the request is over. Does nothing when called again. */
  @Override
  public void close() {
    if (isFirstClose()) {
      release.run();
    }
  }

  private synchronized boolean isFirstClose() {
    boolean first = !released;
    released = true;
    return first;
  }
}
