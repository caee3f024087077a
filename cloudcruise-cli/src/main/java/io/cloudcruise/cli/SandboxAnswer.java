package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.sandbox.Sandbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Results that a sandbox inside this program is asked for. Whoever does not ask for it does not
 * load it.
 *
 * @param run empty for the demonstration
 * @param timeout empty for the default
 */
record SandboxAnswer(Optional<SessionId> run, Optional<Duration> timeout, Clock clock)
    implements ResultsSource {

  @Override
  public RunResults read(DriftListener listener) {
    try (Sandbox sandbox = Sandbox.builder().clock(clock).start()) {
      SessionId asked = run.orElseGet(() -> new SessionId(Sandbox.DEFAULT_RUN));
      Optional<String> baseUrl = Optional.of(sandbox.baseUrl().toString());
      return new PlatformAnswer(asked, Sandbox.API_KEY, baseUrl, timeout).read(listener);
    }
  }
}
