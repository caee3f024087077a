package io.cloudcruise.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import java.util.function.Consumer;

/** What a caller of the port is told when it asks for a run. */
@FunctionalInterface
interface Claim {
  void check(RunResultsPort port, SessionId run);

  static Claim results(Consumer<RunResults> expectation) {
    return (port, run) -> expectation.accept(port.find(run).orElseThrow());
  }

  static Claim absence() {
    return (port, run) -> assertThat(port.find(run)).isEmpty();
  }

  static <E extends RunResultsException> Claim failure(
      Class<E> type, int status, Consumer<E> expectation) {
    return (port, run) -> {
      E failure = catchThrowableOfType(type, () -> port.find(run));
      assertThat(failure).isNotNull();
      assertThat(failure.httpStatus()).hasValue(status);
      expectation.accept(failure);
    };
  }
}
