package io.cloudcruise.contract;

import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.retry.RetryingRunResults;
import io.cloudcruise.core.time.VirtualTimer;
import java.util.Set;

class RetryingRunResultsContractTest extends RunResultsPortContract {
  @Override
  protected Subject given(Situation situation) {
    return Subject.inMemory(situation).decorated(this::retrying);
  }

  private RunResultsPort retrying(RunResultsPort port) {
    return RetryingRunResults.builder(port).timer(new VirtualTimer()).build();
  }

  @Override
  protected Set<Capability> lacks() {
    return Set.of(Capability.DEADLINE, Capability.ONE_REQUEST_PER_CALL);
  }
}
