package io.cloudcruise.core.wait;

import io.cloudcruise.core.port.RateBudget;
import io.cloudcruise.core.port.RateReading;
import java.time.Duration;
import java.util.Optional;

/** Grants nothing until it is open. */
final class ClosedBudget implements RateBudget {
  boolean open;
  int granted;

  @Override
  public Duration take() {
    granted += open ? 1 : 0;
    return open ? Duration.ZERO : Duration.ofSeconds(1);
  }

  @Override
  public void observe(RateReading reading) {}

  @Override
  public void refused(Optional<Duration> retryAfter) {}
}
