package io.cloudcruise.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.ratelimit.RateWindow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is promised of waiting for many; docs/benchmarks-waiting.md has the figures. */
class FleetSimulationTest {
  private static final int RUNS = 1_000;

  @Test
  void aFleetIsSeenToItsEndInsideTheDocumentedWindows() {
    FleetFigures figures = FleetSimulation.of(RUNS);

    assertThat(figures.refused()).isZero();
    assertThat(figures.finished()).isEqualTo(RUNS);
    assertThat(figures.afterTheEnd()).isZero();
    assertThat(figures.polls()).isGreaterThan(2 * RUNS);
    assertThat(figures.heap()).isLessThan(10_000_000);
  }

  @Test
  void aWindowSlides() {
    SlidingWindows windows =
        new SlidingWindows(
            List.of(
                new RateWindow(2, Duration.ofSeconds(1)),
                new RateWindow(3, Duration.ofSeconds(10))));

    assertThat(windows.admit(Duration.ZERO)).isTrue();
    assertThat(windows.admit(Duration.ofMillis(900))).isTrue();
    assertThat(windows.admit(Duration.ofMillis(999))).isFalse();
    assertThat(windows.admit(Duration.ofSeconds(1))).isTrue();
    assertThat(windows.admit(Duration.ofSeconds(5))).isFalse();
    assertThat(windows.admit(Duration.ofSeconds(10))).isTrue();
  }
}
