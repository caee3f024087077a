package io.cloudcruise.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.ratelimit.RateWindow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoakTest {
  private static final int LIAR = 7;
  private static final SoakSettings SETTINGS =
      new SoakSettings(
          2_000,
          16,
          256,
          List.of(new RateWindow(1_500, Duration.ofSeconds(1))),
          0.05,
          Duration.ofMillis(500));
  private static final SoakSettings SHORT = SETTINGS.withRetrievals(400).withoutFaults();

  private final SoakRuns runs = new SoakRuns(SETTINGS.runs(), SoakSettings.SEED);

  @Test
  void allResponsesAreRightAndNothingIsHeldOnTo() throws InterruptedException {
    new Soak(SHORT, runs).open(runs::response);

    SoakFigures figures = new Soak(SETTINGS, runs).run(runs::response);

    assertThat(figures.problems()).isEmpty();
    assertThat(figures.tally().right.sum()).isGreaterThanOrEqualTo(SETTINGS.retrievals());
    assertThat(figures.tally().wrong.sum()).isZero();
    assertThat(figures.tally().attempts.sum()).isGreaterThan(figures.tally().polls.sum());
    assertThat(figures.opened().served().injected().values()).allMatch(times -> times > 0);
  }

  @Test
  void runsAreWaitedForOverSeveralPolls() throws InterruptedException {
    Soak soak = new Soak(SHORT, runs);

    soak.open(runs::response);

    assertThat(soak.tally.polls.sum()).isGreaterThan(2 * soak.tally.waits.sum());
  }

  @Test
  void wrongResponseIsNoticed() throws InterruptedException {
    SoakRuns others = new SoakRuns(SETTINGS.runs(), SoakSettings.SEED + 1);
    Soak soak = new Soak(SHORT, runs);

    soak.open((run, kind) -> (run == LIAR ? others : runs).response(run, kind));

    assertThat(soak.tally.wrong.sum()).isPositive();
    assertThat(soak.tally.problems()).contains("a wrong response for " + SoakRuns.id(LIAR));
  }

  @Test
  void exceptionThatNoFaultCallsForIsNoticed() throws InterruptedException {
    Soak soak = new Soak(SHORT, runs);

    soak.open((run, kind) -> runs.response(run == LIAR ? LIAR + 7 : run, kind));

    assertThat(soak.tally.exceptions()).containsOnlyKeys("ContractViolationException");
    assertThat(soak.tally.problems()).contains("an attempt ended in ContractViolationException");
  }

  @Test
  void exceptionOfNoDocumentedTypeIsNoticed() throws InterruptedException {
    SoakTally tally = new SoakTally();
    SoakProbe probe = new SoakProbe(runs, tally);
    RunResultsPort broken =
        sessionId -> {
          throw new IllegalStateException();
        };

    try (SoakStack stack = SoakStack.over(broken, SHORT.callers(), probe)) {
      new SoakCallers(stack, probe, tally, SHORT).untilRetrieved(1);
    }

    assertThat(tally.exceptions()).containsOnlyKeys("IllegalStateException");
    assertThat(tally.problems())
        .contains(
            "an attempt ended in IllegalStateException",
            "a wait ended in java.lang.IllegalStateException");
  }

  @Test
  void adaptersUsedOnceLeaveNothingBehind() {
    SoakAdapters.used(1, runs, SHORT);

    SoakAdapters.Figures figures = SoakAdapters.use(20, runs, SHORT);

    assertThat(figures.problems()).isEmpty();
    assertThat(figures.tally().right.sum()).isEqualTo(20);
  }
}
