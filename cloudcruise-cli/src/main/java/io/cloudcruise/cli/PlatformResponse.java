package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.core.port.RateLimitListener;

/** Results that a platform is asked for, once. */
record PlatformResponse(Platform platform, SessionId run) implements ResultsSource {
  @Override
  public RunResults read(DriftListener listener) {
    return platform.ask(listener, RateLimitListener.NONE, port -> port.get(run));
  }
}
