package io.cloudcruise.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of learned waiting; docs/benchmarks-waiting.md has the figures. */
class LookSimulationTest {
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
    LookCost fixed = LookCost.of(family, now -> now + 50);

    assertThat(new LookOptimum(family).product(fixed.looks()))
        .isEqualTo(fixed.product(), within(0.01 * fixed.product()));
  }

  @ParameterizedTest
  @MethodSource("familiesOfOneHump")
  void afterFiftyRunsTheProductIsAFifthAboveTheLeastAtMost(DurationFamily family) {
    LookOptimum optimum = new LookOptimum(family);
    LookCost cost = learning(optimum).after(LookFigures.MANY, family);

    assertThat(cost.looks()).isGreaterThan(5);
    assertThat(cost.product()).isLessThan(1.2 * optimum.product(cost.looks()));
  }

  @ParameterizedTest
  @MethodSource("familiesOfOneHump")
  void afterTenRunsTheProductIsHalfAboveTheLeastAtMost(DurationFamily family) {
    LookOptimum optimum = new LookOptimum(family);
    LookCost cost = learning(optimum).after(LookFigures.FEW, family);

    assertThat(cost.looks()).isGreaterThan(5);
    assertThat(cost.product()).isLessThan(1.5 * optimum.product(cost.looks()));
  }

  /** Ten runs may well hold one of the lower hump, or none: then nobody looks there. */
  @Test
  void twoHumpsCostTwiceTheLeastAtMostAfterTenRunsAndAThirdMoreAfterFifty() {
    DurationFamily family = DurationFamily.twoHumps();
    LookOptimum optimum = new LookOptimum(family);
    LookCost few = learning(optimum).after(LookFigures.FEW, family);
    LookCost many = learning(optimum).after(LookFigures.MANY, family);

    assertThat(few.product()).isLessThan(2 * optimum.product(few.looks()));
    assertThat(many.product()).isLessThan(1.3 * optimum.product(many.looks()));
  }

  @ParameterizedTest
  @MethodSource("families")
  void withoutHistoryTheProductIsAQuarterAboveTheFixedIntervalsAtMost(DurationFamily family) {
    LookCost cost = LookFigures.unlearned(family, HISTORIES);

    assertThat(cost.product()).isLessThan(1.25 * LookFigures.fixed(family).product());
  }

  @Test
  void withoutHistoryRunsUnderAMinuteAreSeenTwiceAsSoonAsAtTheFixedInterval() {
    DurationFamily family = DurationFamily.anythingUnder(60);

    assertThat(LookFigures.unlearned(family, HISTORIES).delay())
        .isLessThan(LookFigures.fixed(family).delay() / 2);
  }

  @Test
  void thirtyRunsAfterAChangeTheProductIsThreeFifthsAboveTheLeastAtMost() {
    DurationFamily slow = DurationFamily.normal(600, 0.1);
    DurationFamily quick = DurationFamily.normal(60, 0.1);
    DurationFamily varied = DurationFamily.logNormal(0.5);

    assertThat(LookFigures.afterChange(slow, quick, HISTORIES_OF_CHANGE)).isLessThan(1.6);
    assertThat(LookFigures.afterChange(quick, slow, HISTORIES_OF_CHANGE)).isLessThan(1.6);
    assertThat(LookFigures.afterChange(slow, varied, HISTORIES_OF_CHANGE)).isLessThan(1.6);
  }

  private static LookSimulation learning(LookOptimum optimum) {
    return new LookSimulation(HISTORIES, optimum.priceOfAbout(LookFigures.LOOKS));
  }
}
