package io.cloudcruise.contract.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.cloudcruise.contract.architecture.Declaration.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What class files do not tell, or what modules do that these tests do not depend on. */
final class SourceRules {
  private static final Set<String> SPEAK_THE_WIRE =
      Set.of("cloudcruise-feign-adapter", "cloudcruise-jackson", "cloudcruise-sandbox");

  /** These play the API, or a bare client, or keep a run's id in a format of their own. */
  static final Set<String> STATE_THE_WIRE =
      Set.of(
          "CallBenchmark.java",
          "Downloads.java",
          "HttpRunResultsPortContract.java",
          "Manifest.java",
          "PayloadGenerator.java",
          "SoakRuns.java");

  private static final Map<String, List<String>> SHOWN_BY_PROGRAMS =
      Map.of(
          "cloudcruise-cli", List.of("Main"),
          // JMH asks for benchmarks and their parameters to be public.
          "verification/benchmarks",
              List.of(
                  "CallBenchmark",
                  "DecodeBenchmark",
                  "DownloadHeap",
                  "DownloadReport",
                  "Main",
                  "PayloadSize",
                  "PollReport"),
          "verification/reliability", List.of("SoakReport"));

  private SourceRules() {}

  @ArchTest
  static void wire_words_stay_in_codec_adapter_and_sandbox(JavaClasses classes) {
    assertThat(
            Sources.modules().stream()
                .filter(module -> !SPEAK_THE_WIRE.contains(module))
                .flatMap(module -> wireWordsIn(Sources.of(module)).stream()))
        .as("wire words elsewhere, because the API may change its own without asking us")
        .isEmpty();
  }

  @ArchTest
  static void public_declarations_have_javadoc(JavaClasses classes) {
    assertThat(
            Sources.modules().stream()
                .flatMap(module -> undocumentedIn(Sources.of(module)).stream()))
        .as("without Javadoc, because a signature does not say what it means")
        .isEmpty();
  }

  @ArchTest
  static void programs_show_exactly_what_starts_them(JavaClasses classes) {
    SHOWN_BY_PROGRAMS.forEach((module, types) -> assertShows(Sources.of(module), types));
  }

  static void assertShows(Sources program, List<String> types) {
    assertThat(publicTypesIn(program))
        .as("public types, because nobody compiles against a program")
        .containsExactlyElementsOf(types);
  }

  static List<String> wireWordsIn(Sources sources) {
    return FieldNameRules.ofTheAdapter().placesIn(sources).stream()
        .filter(
            place -> STATE_THE_WIRE.stream().noneMatch(file -> place.contains("/" + file + ":")))
        .toList();
  }

  static List<String> undocumentedIn(Sources sources) {
    return PublicDeclarations.in(sources).stream()
        .filter(Predicate.not(Declaration::hasJavadoc))
        .map(declaration -> declaration.place() + " " + declaration.name())
        .toList();
  }

  static List<String> publicTypesIn(Sources sources) {
    return PublicDeclarations.in(sources).stream()
        .filter(declaration -> declaration.kind() == Kind.TYPE)
        .map(Declaration::name)
        .sorted()
        .toList();
  }
}
