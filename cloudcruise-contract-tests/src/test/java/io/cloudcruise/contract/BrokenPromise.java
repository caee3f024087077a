package io.cloudcruise.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs one promise of a suite that must fail. */
final class BrokenPromise {
  private BrokenPromise() {}

  /** What the failure says. */
  static String failure(Class<?> suite, Class<?> group, String promise) {
    List<Event> failed =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectNestedMethod(List.of(suite), group, promise))
            .execute()
            .testEvents()
            .failed()
            .list();
    assertThat(failed).as("failures of the promise " + promise).hasSize(1);
    return failed
        .get(0)
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .map(Throwable::toString)
        .orElse("");
  }
}
