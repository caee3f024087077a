package io.cloudcruise.contract;

import io.cloudcruise.core.budget.BudgetedRunResults;
import io.cloudcruise.core.budget.LocalRateBudget;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.feign.RunResultsJson;
import java.time.Duration;
import java.util.Set;

class BudgetedRunResultsContractTest extends RunResultsPortContract {
  @Override
  protected Subject given(Situation situation) {
    return Subject.inMemory(situation, RunResultsJson.outputReader()).decorated(this::budgeted);
  }

  private RunResultsPort budgeted(RunResultsPort port) {
    return new BudgetedRunResults(
        port, new LocalRateBudget(), Duration.ofMinutes(1), new SystemTimer());
  }

  @Override
  protected Set<Capability> lacks() {
    return Set.of(Capability.DEADLINE);
  }
}
