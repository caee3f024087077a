package io.cloudcruise.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SoakFaultPlanTest {
  private static List<SoakFault> first(int requests, SoakFaultPlan plan) {
    return LongStream.range(0, requests).mapToObj(plan::at).flatMap(Optional::stream).toList();
  }

  @Test
  void faultsOfAllKindsAreAsManyAsWanted() {
    List<SoakFault> faults = first(100_000, new SoakFaultPlan(1, 0.05));

    assertThat(faults.size()).isCloseTo(5_000, within(300));
    assertThat(faults).contains(SoakFault.values());
  }

  @Test
  void sameNumbersMeetTheSameFaults() {
    assertThat(first(1_000, new SoakFaultPlan(1, 0.05)))
        .isEqualTo(first(1_000, new SoakFaultPlan(1, 0.05)))
        .isNotEqualTo(first(1_000, new SoakFaultPlan(2, 0.05)));
  }
}
