package io.cloudcruise.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of learned waiting; docs/benchmarks-waiting.md has the figures. */
class PollSimulationTest {
  private static final int HISTORIES = 16;
  private static final int HISTORIES_OF_CHANGE = 8;

  static Stream<DurationFamily> families() {
    return DurationFamily.all().stream();
  }

  static Stream<DurationFamily> familiesOfOneHump() {
    return families().filter(family -> !family.label().startsWith("two"));
  }

  @Test
  void kellersProductsAreTheKnownOnes() {
    List<Double> known = List.of(0.10, 0.21, 0.24, 0.51, 0.73, 0.95, 0.54, 1.00);

    for (int i = 0; i < known.size(); i++) {
      DurationFamily family = DurationFamily.all().get(i);
      assertThat(Math.pow(family.keller(), 2) / family.mean())
          .as(family.label())
          .isEqualTo(known.get(i), within(0.006));
    }
  }

  @Test
  void nothingBeatsTheFixedIntervalWhereRunsEndAtAnyMoment() {
    DurationFamily family = DurationFamily.exponential();
    PollCost fixed = PollCost.of(family, now -> now + 50);

    assertThat(new PollOptimum(family).product(fixed.polls()))
        .isEqualTo(fixed.product(), within(0.01 * fixed.product()));
  }

  @ParameterizedTest
  @MethodSource("familiesOfOneHump")
  void afterFiftyRunsTheProductIsAFifthAboveTheLeastAtMost(DurationFamily family) {
    PollOptimum optimum = new PollOptimum(family);
    PollCost cost = learning(optimum).after(PollFigures.MANY, family);

    assertThat(cost.polls()).isGreaterThan(5);
    assertThat(cost.product()).isLessThan(1.2 * optimum.product(cost.polls()));
  }

  @ParameterizedTest
  @MethodSource("familiesOfOneHump")
  void afterTenRunsTheProductIsHalfAboveTheLeastAtMost(DurationFamily family) {
    PollOptimum optimum = new PollOptimum(family);
    PollCost cost = learning(optimum).after(PollFigures.FEW, family);

    assertThat(cost.polls()).isGreaterThan(5);
    assertThat(cost.product()).isLessThan(1.5 * optimum.product(cost.polls()));
  }

  /** Ten runs may well hold one of the lower hump, or none: then nobody polls there. */
  @Test
  void twoHumpsCostTwiceTheLeastAtMostAfterTenRunsAndAThirdMoreAfterFifty() {
    DurationFamily family = DurationFamily.twoHumps();
    PollOptimum optimum = new PollOptimum(family);
    PollCost few = learning(optimum).after(PollFigures.FEW, family);
    PollCost many = learning(optimum).after(PollFigures.MANY, family);

    assertThat(few.product()).isLessThan(2 * optimum.product(few.polls()));
    assertThat(many.product()).isLessThan(1.3 * optimum.product(many.polls()));
  }

  @ParameterizedTest
  @MethodSource("families")
  void withoutHistoryTheProductIsAQuarterAboveTheFixedIntervalsAtMost(DurationFamily family) {
    PollCost cost = PollFigures.unlearned(family, HISTORIES);

    assertThat(cost.product()).isLessThan(1.25 * PollFigures.fixed(family).product());
  }

  @Test
  void withoutHistoryRunsUnderAMinuteAreSeenTwiceAsSoonAsAtTheFixedInterval() {
    DurationFamily family = DurationFamily.anythingUnder(60);

    assertThat(PollFigures.unlearned(family, HISTORIES).delay())
        .isLessThan(PollFigures.fixed(family).delay() / 2);
  }

  @Test
  void thirtyRunsAfterAChangeTheProductIsThreeFifthsAboveTheLeastAtMost() {
    DurationFamily slow = DurationFamily.normal(600, 0.1);
    DurationFamily quick = DurationFamily.normal(60, 0.1);
    DurationFamily varied = DurationFamily.logNormal(0.5);

    assertThat(PollFigures.afterChange(slow, quick, HISTORIES_OF_CHANGE)).isLessThan(1.6);
    assertThat(PollFigures.afterChange(quick, slow, HISTORIES_OF_CHANGE)).isLessThan(1.6);
    assertThat(PollFigures.afterChange(slow, varied, HISTORIES_OF_CHANGE)).isLessThan(1.6);
  }

  private static PollSimulation learning(PollOptimum optimum) {
    return new PollSimulation(HISTORIES, optimum.priceOfAbout(PollFigures.LOOKS));
  }
}
