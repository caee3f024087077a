package io.cloudcruise.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import seeded.cloudcruise.core.a.KnowsB;
import seeded.cloudcruise.core.a.ReadsTheClock;
import seeded.cloudcruise.core.a.UsesFeign;
import seeded.cloudcruise.core.b.KnowsA;
import seeded.cloudcruise.feign.OneTooMany;
import seeded.cloudcruise.sandbox.UsesTheAdapter;

/** A rule that cannot fail is worse than none: each reports a violation that is made for it. */
class ArchitectureRulesTest {
  @Test
  void aForeignTypeInTheCoreIsReported() {
    assertThat(
            violations(
                ArchitectureRules.core_depends_on_the_jdk_and_jspecify_only,
                UsesFeign.class,
                ReadsTheClock.class))
        .singleElement()
        .asString()
        .contains("UsesFeign.timesUsed", "feign.Client");
  }

  @Test
  void aClockReadInTheCoreIsReported() {
    assertThat(
            violations(
                ArchitectureRules.core_neither_reads_clocks_nor_sleeps_nor_prints,
                UsesFeign.class,
                ReadsTheClock.class))
        .singleElement()
        .asString()
        .contains("ReadsTheClock.now()", "java.time.Instant.now()");
  }

  @Test
  void aForeignTypeInTheAdapterIsReported() {
    assertThat(
            violations(
                ArchitectureRules.adapter_depends_on_core_feign_jackson_and_the_jdk_only,
                OneTooMany.class))
        .isNotEmpty()
        .allMatch(line -> line.contains("org.assertj.core.api.SoftAssertions"));
  }

  @Test
  void aSandboxThatUsesTheAdapterIsReported() {
    assertThat(violations(ArchitectureRules.sandbox_depends_on_the_jdk_only, UsesTheAdapter.class))
        .isNotEmpty()
        .allMatch(line -> line.contains("io.cloudcruise.feign.ApiKey"));
  }

  @Test
  void aCycleIsReported() {
    assertThat(
            violations(ArchitectureRules.packages_are_free_of_cycles, KnowsA.class, KnowsB.class))
        .singleElement()
        .asString()
        .contains("core.a", "core.b");
  }

  @Test
  void anotherPublicTypeOfTheAdapterIsReported() {
    assertThat(violations(ArchitectureRules.adapter_shows_its_entry_points_only, OneTooMany.class))
        .singleElement()
        .asString()
        .contains("OneTooMany");
  }

  @Test
  void anOpenPublicClassIsReported() {
    assertThat(
            violations(
                ArchitectureRules.public_classes_are_closed, OneTooMany.class, UsesFeign.class))
        .singleElement()
        .asString()
        .contains("OneTooMany is neither final nor sealed");
  }

  @Test
  void aForeignTypeInAPublicSignatureIsReported() {
    assertThat(
            violations(
                ArchitectureRules.public_methods_show_no_feign_and_no_jackson, UsesFeign.class))
        .singleElement()
        .asString()
        .contains("timesUsed", "mentions feign.Client");
  }

  private static List<String> violations(ArchRule rule, Class<?>... seeded) {
    JavaClasses classes = new ClassFileImporter().importClasses(seeded);
    return rule.evaluate(classes).getFailureReport().getDetails();
  }
}
