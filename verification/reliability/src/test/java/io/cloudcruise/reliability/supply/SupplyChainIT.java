package io.cloudcruise.reliability.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others get with our modules. Runs once the jars have been built. */
class SupplyChainIT {
  private static final String CORE = "cloudcruise-core";
  private static final String ADAPTER = "cloudcruise-feign-adapter";

  /** Four of them are our own: core, codec, shared HTTP and the adapter. */
  private static final int MOST_ARTIFACTS = 10;

  private static final long MOST_BYTES = 4_000_000;

  /** None of them asks more of whoever uses us than to keep a notice. */
  private static final Set<String> LICENCES =
      Set.of(
          "Apache-2.0",
          "MIT",
          "MIT-0",
          // JLine, which calls its three clauses "The BSD License".
          "BSD-4-Clause",
          // JUnit, which the kit extends.
          "EPL-2.0");

  private static final String UNWANTED =
      ".*(kotlin|guava|logback|log4j-core|slf4j-(simple|jdk14|reload4j|nop)|commons-logging).*";

  @ParameterizedTest
  @ValueSource(
      strings = {
        CORE,
        ADAPTER,
        "cloudcruise-artifacts",
        "cloudcruise-client",
        "cloudcruise-http",
        "cloudcruise-jackson",
        "cloudcruise-redis",
        "cloudcruise-sandbox",
        "cloudcruise-contract-tests",
        "cloudcruise-cli"
      })
  void everyLicenceIsOneThatWeKnow(String module) throws IOException {
    assertThat(Component.of(module))
        .allSatisfy(
            component ->
                assertThat(component.licences())
                    .as(component.name())
                    .isNotEmpty()
                    .allMatch(LICENCES::contains));
  }

  @Test
  void theCoreBringsAnnotationsOnly() throws IOException {
    assertThat(Component.of(CORE))
        .extracting(Component::name)
        .containsExactlyInAnyOrder("io.cloudcruise:cloudcruise-core", "org.jspecify:jspecify");
  }

  @Test
  void theAdapterIsSmall() throws IOException {
    List<Component> tree = Component.of(ADAPTER);
    long bytes = 0;
    for (Component component : tree) {
      System.out.printf("%,12d bytes  %s%n", component.size(), component.name());
      bytes += component.size();
    }
    System.out.printf("%,12d bytes  in %d artifacts%n", bytes, tree.size());

    assertThat(tree).hasSizeLessThanOrEqualTo(MOST_ARTIFACTS);
    assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {CORE, ADAPTER})
  void noLanguageNoCollectionsAndNoLoggingBackendComeAlong(String module) throws IOException {
    assertThat(Component.of(module))
        .extracting(Component::name)
        .noneMatch(name -> name.matches(UNWANTED));
  }
}
