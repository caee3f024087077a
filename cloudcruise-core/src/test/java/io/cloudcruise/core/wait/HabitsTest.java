package io.cloudcruise.core.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cloudcruise.core.model.WorkflowId;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HabitsTest {
  private static final WorkflowId WORKFLOW = new WorkflowId("a-workflow");

  private final Habits habits = new Habits();

  private static Duration firstPause(Habits habits, WorkflowId workflow) {
    return habits.pause(Optional.of(workflow), Duration.ZERO, new SplittableRandom(1));
  }

  private static void learn(Habits habits, WorkflowId workflow, int runs) {
    for (int run = 0; run < runs; run++) {
      habits.learn(workflow, Duration.ofSeconds(598), Duration.ofSeconds(602));
    }
  }

  @Test
  void withoutHistoryTheFirstPauseIsShort() {
    assertThat(firstPause(habits, WORKFLOW)).isLessThan(Duration.ofSeconds(5));
    assertThat(habits.pause(Optional.empty(), Duration.ZERO, new SplittableRandom(1)))
        .isLessThan(Duration.ofSeconds(5));
    assertThat(habits.sketch(WORKFLOW)).isEmpty();
  }

  @Test
  void whatIsKnownOfAWorkflowIsUsedForIt() {
    learn(habits, WORKFLOW, 20);
    assertThat(firstPause(habits, WORKFLOW)).isGreaterThan(Duration.ofMinutes(2));
  }

  @Test
  void whatIsKnownOfAnotherWorkflowIsNot() {
    learn(habits, new WorkflowId("another"), 20);
    assertThat(firstPause(habits, WORKFLOW)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void whatOthersKnowCanBeTakenOver() {
    Habits others = new Habits();
    learn(others, WORKFLOW, 20);
    habits.merge(WORKFLOW, others.sketch(WORKFLOW).orElseThrow());
    assertThat(firstPause(habits, WORKFLOW)).isGreaterThan(Duration.ofMinutes(2));
  }

  @Test
  void aMergedSketchCountsAsMuchAsItKnows() {
    learn(habits, WORKFLOW, 1);
    Habits others = new Habits();
    for (int run = 0; run < 50; run++) {
      others.learn(WORKFLOW, Duration.ofSeconds(28), Duration.ofSeconds(32));
    }
    habits.merge(WORKFLOW, others.sketch(WORKFLOW).orElseThrow());
    assertThat(firstPause(habits, WORKFLOW)).isLessThan(Duration.ofSeconds(40));
  }

  @Test
  void theWorkflowsThatWereLastWaitedForAreKept() {
    learn(habits, WORKFLOW, 1);
    learn(habits, new WorkflowId("soon-forgotten"), 1);
    for (int other = 0; other < 498; other++) {
      learn(habits, new WorkflowId("workflow-" + other), 1);
    }
    firstPause(habits, WORKFLOW);
    learn(habits, new WorkflowId("one-more"), 1);
    assertThat(habits.sketch(WORKFLOW)).isPresent();
    assertThat(habits.sketch(new WorkflowId("soon-forgotten"))).isEmpty();
  }

  @Test
  void aLookIsWorthSomeDelay() {
    assertThatThrownBy(() -> new Habits(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(firstPause(new Habits(Duration.ofSeconds(100)), WORKFLOW))
        .isGreaterThan(Duration.ofSeconds(20));
  }

  @Test
  void noThreadKeepsOthersWaiting() {
    // Each on a thread of its own.
    learn(habits, WORKFLOW, 1);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> habits.sketch(WORKFLOW));
    firstPause(habits, WORKFLOW);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> habits.sketch(WORKFLOW));
    habits.sketch(WORKFLOW);
    assertThat(
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> firstPause(habits, WORKFLOW)))
        .isPositive();
  }
}
