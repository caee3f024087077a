package io.cloudcruise.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.V4Pact;
import io.cloudcruise.contract.pact.Experiment.Observation;
import io.cloudcruise.contract.pact.NegativeControls.Row;
import io.cloudcruise.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every response of the sandbox is changed in every place, one at a time. The pact has to notice,
 * or the adapter, as {@link NegativeControls} says; or a test has to show why nobody does.
 */
class NegativeControlsTest {
  private static final List<Path> TESTS =
      List.of(
          Path.of("..", "cloudcruise-jackson", "src/test/java/io/cloudcruise/jackson"),
          Path.of("..", "cloudcruise-feign-adapter", "src/test/java/io/cloudcruise/feign"));

  private static final List<Observation> OBSERVATIONS = new ArrayList<>();

  @BeforeAll
  static void mutateEveryResponse() throws IOException, InterruptedException {
    V4Pact pact = PactFile.committed();
    List<Experiment> experiments = new ArrayList<>();
    try (Sandbox sandbox = Sandbox.start()) {
      HttpClient client = HttpClient.newHttpClient();
      for (SynchronousHttp interaction : PactFile.interactions(pact)) {
        experiments.add(new Experiment(pact, interaction, sandbox, client));
      }
    }
    experiments.parallelStream().map(Experiment::run).forEachOrdered(OBSERVATIONS::addAll);
    report();
  }

  private static void report() {
    long noticed = OBSERVATIONS.stream().filter(Observation::noticed).count();
    long byPact = OBSERVATIONS.stream().filter(Observation::mismatch).count();
    System.out.printf(
        "Negative controls: %d of %d changes caught, %d of them by the pact; %d tolerated%n",
        noticed, OBSERVATIONS.size(), byPact, OBSERVATIONS.size() - noticed);
  }

  @Test
  void everyChangeIsMetAsTheTableSays() {
    assertThat(OBSERVATIONS).hasSizeGreaterThan(1000);
    assertThat(OBSERVATIONS).filteredOn(seen -> row(seen).isEmpty()).as("no row fits").isEmpty();
    assertThat(OBSERVATIONS)
        .filteredOn(seen -> !seen.isAs(row(seen).orElseThrow()))
        .as("not as their rows say")
        .isEmpty();
  }

  @Test
  void eachUnnoticedMutationHasATestThatExplainsIt() {
    assertThat(OBSERVATIONS)
        .filteredOn(seen -> !seen.noticed() && row(seen).flatMap(Row::witness).isEmpty())
        .isEmpty();
  }

  @Test
  void everyRowIsHit() {
    List<Row> hit = OBSERVATIONS.stream().flatMap(seen -> row(seen).stream()).toList();

    assertThat(NegativeControls.TABLE).isSubsetOf(hit);
  }

  @Test
  void everyWitnessIsATest() {
    for (Row row : NegativeControls.TABLE) {
      if (row.witness().isPresent()) {
        String[] test = row.witness().get().split("#", 2);
        assertThat(TESTS.stream().map(tests -> tests.resolve(test[0] + ".java")))
            .filteredOn(Files::exists)
            .singleElement(InstanceOfAssertFactories.PATH)
            .content()
            .as(row.toString())
            .contains("  void " + test[1] + "(");
      }
    }
  }

  private static Optional<Row> row(Observation seen) {
    return NegativeControls.TABLE.stream()
        .filter(row -> row.fits(seen.mutant().mutation(), seen.place()))
        .findFirst();
  }
}
