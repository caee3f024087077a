package io.cloudcruise.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Options of a sandbox. Not thread-safe. */
public final class SandboxBuilder {

  int port;
  Clock clock = Clock.systemUTC();
  boolean enforceRateLimits;
  List<RateLimit> rateLimits = RateLimit.DOCUMENTED;

  SandboxBuilder() {}

  /**
   * Choose the port.
   *
   * @param port the port, or 0 for a free one, which is the default
   * @return this builder
   * @throws IllegalArgumentException if there can be no such port
   */
  public SandboxBuilder port(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("not a port: " + port);
    }
    this.port = port;
    return this;
  }

  /**
   * Choose the clock that moves runs, ends URLs and measures rates.
   *
   * @param clock the clock; the system's by default
   * @return this builder
   */
  public SandboxBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Refuse a key that asks too often, and tell in every response how much of the limit is left.
   *
   * @param enforce whether to; false by default
   * @return this builder
   */
  public SandboxBuilder enforceRateLimits(boolean enforce) {
    enforceRateLimits = enforce;
    return this;
  }

  /**
   * Replace the limits; they only apply once they are enforced.
   *
   * @param limits at least one; {@link RateLimit#DOCUMENTED} by default
   * @return this builder
   * @throws IllegalArgumentException if {@code limits} is empty
   */
  public SandboxBuilder rateLimits(List<RateLimit> limits) {
    if (limits.isEmpty()) {
      throw new IllegalArgumentException("no rate limit given");
    }
    rateLimits = List.copyOf(limits);
    return this;
  }

  /**
   * Start the sandbox.
   *
   * @return the running sandbox
   * @throws UncheckedIOException if the port cannot be bound
   */
  public Sandbox start() {
    try {
      return new Sandbox(this);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + port, e);
    }
  }
}
