package io.cloudcruise.contract.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRulesTest {
  @Test
  void wireWordsAreReported() {
    assertThat(SourceRules.wireWordsIn(Seeded.sources("wire")))
        .containsExactly(
            "UsesFieldNames.java:5 session_id", "UsesFieldNames.java:6 execution.success");
  }

  @Test
  void wireWordsAreThoseOfTheAdapter() {
    assertThat(FieldNameRules.inTheAdapter())
        .contains(
            "cc-key",
            "execution.success",
            "execution.pause",
            "llm_error_category",
            "screenshot_urls",
            "session_id");
  }

  @Test
  void eachExceptionFromTheRuleOnWireWordsIsNeeded() {
    assertThat(Sources.modules())
        .flatMap(module -> FieldNameRules.ofTheAdapter().placesIn(Sources.of(module)))
        .extracting(place -> place.replaceAll(".*/(\\w+\\.java):.*", "$1"))
        .containsAll(SourceRules.STATE_THE_WIRE);
  }

  @Test
  void aPublicTypeWithoutJavadocIsReported() {
    assertThat(SourceRules.undocumentedIn(Seeded.sources("undocumented")))
        .containsExactly(
            "Bare.java:4 Bare",
            "Bare.java:5 Bare.FIELD",
            "Bare.java:7 Bare.<init>()",
            "Bare.java:9 Bare.method()",
            "Bare.java:18 Bare.Nested",
            "Bare.java:19 Bare.Nested.CONSTANT",
            "Bare.java:22 Bare.Implied",
            "Bare.java:23 Bare.Implied.member()",
            "Bare.java:28 Bare.Pair.<init>()");
  }

  @Test
  void anotherPublicTypeOfAProgramIsReportedAndSoIsWhatIsMissing() {
    List<String> listed = List.of("Absent", "Bare", "Bare.Implied", "Bare.Nested", "Bare.Pair");
    assertThatThrownBy(() -> SourceRules.assertShows(Seeded.sources("undocumented"), listed))
        .hasMessageContaining("some elements were not found:\n  [\"Absent\"]")
        .hasMessageContaining("others were not expected:\n  [\"Documented\"]");
  }

  @Test
  void publicTypesAreFoundInSources() {
    assertThat(SourceRules.publicTypesIn(Seeded.sources("undocumented")))
        .containsExactly("Bare", "Bare.Implied", "Bare.Nested", "Bare.Pair", "Documented");
  }

  @Test
  void everyModuleIsLookedAt() {
    assertThat(Sources.modules())
        .contains(
            "verification/benchmarks",
            "cloudcruise-cli",
            "cloudcruise-core",
            "cloudcruise-feign-adapter",
            "cloudcruise-sandbox");
  }

  @Test
  void lookingAtNoSourcesIsAMistake(@TempDir Path empty) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sources.below(empty))
        .withMessageContaining("no Java files");
  }
}
