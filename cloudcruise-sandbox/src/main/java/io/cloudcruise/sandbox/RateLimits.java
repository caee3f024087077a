package io.cloudcruise.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One limiter for each key. */
final class RateLimits {

  private final List<RateLimit> limits;
  private final Clock clock;
  private final Map<String, RateLimiter> byKey = new ConcurrentHashMap<>();

  RateLimits(List<RateLimit> limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  RateDecision admit(String key) {
    RateLimiter limiter = byKey.computeIfAbsent(key, unseen -> new RateLimiter(limits));
    return limiter.admit(clock.instant());
  }
}
