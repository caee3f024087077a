package io.cloudcruise.contract;

import io.cloudcruise.jackson.RunResultsJson;
import java.util.Set;

class InMemoryRunResultsContractTest extends RunResultsPortContract {
  @Override
  protected Subject given(Situation situation) {
    return Subject.inMemory(situation, RunResultsJson.outputReader());
  }

  @Override
  protected Set<Capability> lacks() {
    return Set.of(Capability.DEADLINE);
  }
}
