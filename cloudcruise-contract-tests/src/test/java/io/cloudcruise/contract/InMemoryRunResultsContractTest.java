package io.cloudcruise.contract;

import java.util.Set;

class InMemoryRunResultsContractTest extends RunResultsPortContract {
  @Override
  protected Subject given(Situation situation) {
    return Subject.inMemory(situation);
  }

  @Override
  protected Set<Capability> lacks() {
    return Set.of(Capability.DEADLINE);
  }
}
