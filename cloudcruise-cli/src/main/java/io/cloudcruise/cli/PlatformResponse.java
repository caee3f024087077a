package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.core.retry.RetryPolicy;

/** Results that a platform is asked for once, so that the timeout bounds the whole call. */
record PlatformResponse(Platform platform, SessionId run) implements ResultsSource {
  @Override
  public RunResults read(DriftListener listener) {
    return platform.ask(
        options -> options.retry(RetryPolicy.NONE).driftListener(listener),
        cloudCruise -> cloudCruise.runs().get(run));
  }
}
