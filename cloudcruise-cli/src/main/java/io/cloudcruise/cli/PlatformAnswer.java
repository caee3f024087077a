package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.core.port.RateListener;

/** Results that a platform is asked for, once. */
record PlatformAnswer(Platform platform, SessionId run) implements ResultsSource {
  @Override
  public RunResults read(DriftListener listener) {
    return platform.ask(listener, RateListener.NONE, port -> port.get(run));
  }
}
