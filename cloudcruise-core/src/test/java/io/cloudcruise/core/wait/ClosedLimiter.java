package io.cloudcruise.core.wait;

import io.cloudcruise.core.port.Permit;
import io.cloudcruise.core.port.RateLimitSnapshot;
import io.cloudcruise.core.port.RateLimiter;
import java.time.Duration;
import java.util.Optional;

/** Grants nothing until it is open. */
final class ClosedLimiter implements RateLimiter {
  boolean open;
  int granted;

  @Override
  public Permit tryAcquire() {
    granted += open ? 1 : 0;
    return open ? Permit.granted(() -> {}) : Permit.denied(Duration.ofSeconds(1));
  }

  @Override
  public void observe(RateLimitSnapshot snapshot) {}

  @Override
  public void onRateLimited(Optional<Duration> retryAfter) {}
}
