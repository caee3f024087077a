package io.cloudcruise.contract.example;

import io.cloudcruise.contract.Capability;
import io.cloudcruise.contract.RunResultsPortContract;
import io.cloudcruise.contract.Situation;
import io.cloudcruise.contract.Subject;
import io.cloudcruise.core.port.RunResultsPort;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

class TimedRunResultsTest extends RunResultsPortContract {
  private final LongAdder nanos = new LongAdder();

  @Override
  protected Subject given(Situation situation) {
    return Subject.inMemory(situation).decorated(this::timed);
  }

  @Override
  protected Set<Capability> lacks() {
    return Set.of(Capability.DEADLINE); // a platform in memory has none
  }

  private RunResultsPort timed(RunResultsPort port) {
    return sessionId -> {
      long start = System.nanoTime();
      try {
        return port.find(sessionId);
      } finally {
        nanos.add(System.nanoTime() - start);
      }
    };
  }
}
