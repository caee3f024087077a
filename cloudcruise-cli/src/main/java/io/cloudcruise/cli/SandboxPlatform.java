package io.cloudcruise.cli;

import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.core.port.RateLimitListener;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.sandbox.Sandbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A sandbox inside this program. Whoever does not ask for it does not load it.
 *
 * @param deadline how long one request may take; empty for the default
 */
record SandboxPlatform(Optional<Duration> deadline, Clock clock) implements Platform {
  /** The demonstration. */
  static final String DEFAULT_RUN = Sandbox.DEFAULT_RUN;

  @Override
  public <T> T ask(
      DriftListener drift, RateLimitListener rate, Function<RunResultsPort, T> question) {
    return at(platform -> platform.ask(drift, rate, question));
  }

  @Override
  public <T> T fetch(DriftListener drift, BiFunction<RunResultsPort, ArtifactPort, T> question) {
    return at(platform -> platform.fetch(drift, question));
  }

  private <T> T at(Function<Platform, T> question) {
    try (Sandbox sandbox = Sandbox.builder().clock(clock).start()) {
      Optional<String> baseUrl = Optional.of(sandbox.baseUrl().toString());
      return question.apply(new RemotePlatform(Sandbox.API_KEY, baseUrl, deadline));
    }
  }
}
