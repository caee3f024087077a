package io.cloudcruise.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.cloudcruise.contract.pact.LiveVerification.Check;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Off unless the profile {@code live} is on. Reads one run, and changes nothing. */
@Tag("live")
class LiveVerificationTest {

  @TestFactory
  Stream<DynamicTest> theServiceRespondsAsStated() throws IOException, InterruptedException {
    return new LiveVerification(System.getenv())
        .run().stream().peek(System.out::println).map(LiveVerificationTest::test);
  }

  private static DynamicTest test(Check check) {
    return dynamicTest(
        check.interaction(),
        () -> {
          check.skipped().ifPresent(Assumptions::abort);
          assertThat(check.findings()).isEmpty();
        });
  }
}
