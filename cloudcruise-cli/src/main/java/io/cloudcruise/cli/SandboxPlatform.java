package io.cloudcruise.cli;

import io.cloudcruise.client.CloudCruise;
import io.cloudcruise.sandbox.Sandbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A sandbox inside this program. Whoever does not ask for it does not load it.
 *
 * @param deadline how long one request may take; empty for the default
 */
record SandboxPlatform(Optional<Duration> deadline, Clock clock) implements Platform {
  /** The demonstration. */
  static final String DEFAULT_RUN = Sandbox.DEFAULT_RUN;

  @Override
  public <T> T ask(UnaryOperator<CloudCruise.Builder> options, Function<CloudCruise, T> question) {
    try (Sandbox sandbox = Sandbox.builder().clock(clock).start()) {
      Optional<String> baseUrl = Optional.of(sandbox.baseUrl().toString());
      return new RemotePlatform(Sandbox.API_KEY, baseUrl, deadline).ask(options, question);
    }
  }
}
