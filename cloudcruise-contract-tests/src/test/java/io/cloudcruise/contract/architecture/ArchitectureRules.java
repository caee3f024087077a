package io.cloudcruise.contract.architecture;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** All rules, by what they look at. */
final class ArchitectureRules {
  @ArchTest static final ArchTests layers = ArchTests.in(LayerRules.class);
  @ArchTest static final ArchTests surface = ArchTests.in(SurfaceRules.class);
  @ArchTest static final ArchTests sources = ArchTests.in(SourceRules.class);

  private ArchitectureRules() {}
}
