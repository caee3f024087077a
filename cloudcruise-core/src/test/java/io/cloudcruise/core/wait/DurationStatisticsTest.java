package io.cloudcruise.core.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cloudcruise.core.model.WorkflowId;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DurationStatisticsTest {
  private static final WorkflowId WORKFLOW = new WorkflowId("a-workflow");

  private final DurationStatistics statistics = new DurationStatistics();

  private static Duration firstPause(DurationStatistics statistics, WorkflowId workflow) {
    return statistics.pause(Optional.of(workflow), Duration.ZERO, new SplittableRandom(1));
  }

  private static void learn(DurationStatistics statistics, WorkflowId workflow, int runs) {
    for (int run = 0; run < runs; run++) {
      statistics.learn(workflow, Duration.ofSeconds(598), Duration.ofSeconds(602));
    }
  }

  @Test
  void withoutHistoryTheFirstPauseIsShort() {
    assertThat(firstPause(statistics, WORKFLOW)).isLessThan(Duration.ofSeconds(5));
    assertThat(statistics.pause(Optional.empty(), Duration.ZERO, new SplittableRandom(1)))
        .isLessThan(Duration.ofSeconds(5));
    assertThat(statistics.histogram(WORKFLOW)).isEmpty();
  }

  @Test
  void durationsOfAWorkflowAreUsedForIt() {
    learn(statistics, WORKFLOW, 20);
    assertThat(firstPause(statistics, WORKFLOW)).isGreaterThan(Duration.ofMinutes(2));
  }

  @Test
  void durationsOfAnotherWorkflowAreNotUsed() {
    learn(statistics, new WorkflowId("another"), 20);
    assertThat(firstPause(statistics, WORKFLOW)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void theWorkflowsThatWereLastWaitedForAreKept() {
    learn(statistics, WORKFLOW, 1);
    learn(statistics, new WorkflowId("soon-forgotten"), 1);
    for (int other = 0; other < 498; other++) {
      learn(statistics, new WorkflowId("workflow-" + other), 1);
    }
    firstPause(statistics, WORKFLOW);
    learn(statistics, new WorkflowId("one-more"), 1);
    assertThat(statistics.histogram(WORKFLOW)).isPresent();
    assertThat(statistics.histogram(new WorkflowId("soon-forgotten"))).isEmpty();
  }

  @Test
  void aPollIsWorthSomeDelay() {
    assertThatThrownBy(() -> new DurationStatistics(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(firstPause(new DurationStatistics(Duration.ofSeconds(100)), WORKFLOW))
        .isGreaterThan(Duration.ofSeconds(20));
  }

  @Test
  void noThreadKeepsOthersWaiting() {
    // Each on a thread of its own.
    learn(statistics, WORKFLOW, 1);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> statistics.histogram(WORKFLOW));
    firstPause(statistics, WORKFLOW);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> statistics.histogram(WORKFLOW));
    statistics.histogram(WORKFLOW);
    assertThat(
            assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> firstPause(statistics, WORKFLOW)))
        .isPositive();
  }
}
