package io.cloudcruise.contract;

import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import io.cloudcruise.core.ratelimit.RateLimitedRunResults;
import io.cloudcruise.core.time.SystemTimer;
import java.time.Duration;
import java.util.Set;

class RateLimitedRunResultsContractTest extends RunResultsPortContract {
  @Override
  protected Subject given(Situation situation) {
    return Subject.inMemory(situation).decorated(this::budgeted);
  }

  private RunResultsPort budgeted(RunResultsPort port) {
    return RateLimitedRunResults.builder(port)
        .rateLimiter(new LocalRateLimiter())
        .maxWait(Duration.ofMinutes(1))
        .timer(new SystemTimer())
        .build();
  }

  @Override
  protected Set<Capability> lacks() {
    return Set.of(Capability.DEADLINE);
  }
}
