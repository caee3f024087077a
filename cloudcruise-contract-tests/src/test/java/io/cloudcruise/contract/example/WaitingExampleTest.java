package io.cloudcruise.contract.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.contract.InMemoryRunResults;
import io.cloudcruise.contract.TestRuns;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.time.VirtualTimer;
import io.cloudcruise.core.wait.RunWaiter;
import io.cloudcruise.core.wait.WaitOutcome;
import io.cloudcruise.core.wait.WaitPolicy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WaitingExampleTest {
  @Test
  void halfAnHourIsWaitedForInVirtualTime() {
    InMemoryRunResults platform = new InMemoryRunResults();
    SessionId id = TestRuns.sessionId();
    platform.put(id, TestRuns.unfinished(Kind.RUNNING));
    VirtualTimer timer = new VirtualTimer();
    RunWaiter waiter = RunWaiter.builder(platform).timer(timer).executor(Runnable::run).build();

    CompletableFuture<WaitOutcome> outcome = waiter.start(id, WaitPolicy.STANDARD);
    timer.advance(Duration.ofMinutes(20));
    assertThat(outcome).isNotDone();
    platform.put(id, TestRuns.stopped());
    timer.advance(Duration.ofMinutes(10));

    String verdict =
        outcome
            .join()
            .fold(
                finished -> finished.results().status() + " after " + finished.polls() + " polls",
                paused -> "somebody has to see to it",
                running -> "still running after " + running.waited());
    assertThat(verdict).matches("stopped after \\d+ polls");
  }
}
