package io.cloudcruise.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.JsonNode;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;

/** One interaction: what the sandbox answers, and what becomes of it once it is changed. */
final class Experiment {
  private final V4Pact pact;
  private final SynchronousHttp interaction;
  private final JsonNode example;
  private final PlatformResponse unchanged;

  /** What happened to one mutant. */
  record Observation(
      String interaction,
      Mutant mutant,
      String place,
      boolean stated,
      boolean mismatch,
      String decoding) {

    boolean noticed() {
      return mismatch || !decoding.equals(NegativeControls.SAME);
    }

    boolean isAs(NegativeControls.Row row) {
      return decoding.equals(row.decoding()) && mismatch == row.verification().notices(stated);
    }

    @Override
    public String toString() {
      return "%s: %s %s: pact %s, decoding: %s%n"
          .formatted(
              interaction,
              mutant.mutation(),
              mutant.place(),
              mismatch ? "notices" : "passes",
              decoding);
    }
  }

  Experiment(V4Pact pact, SynchronousHttp interaction, Sandbox sandbox, HttpClient client)
      throws IOException, InterruptedException {
    this.pact = pact;
    this.interaction = interaction;
    this.example = PlatformResponse.JSON.readTree(interaction.getResponse().getBody().orEmpty());
    this.unchanged =
        PlatformResponse.fetch(
                client,
                sandbox.baseUrl().resolve(interaction.getRequest().getPath()),
                Sandbox.API_KEY)
            .cutTo(example);
  }

  List<Observation> run() {
    assertThat(matches(unchanged)).as("%s, unchanged", interaction.getDescription()).isTrue();
    try (Decoding decoding = new Decoding()) {
      Decoding.Outcome before = decoding.of(unchanged, asked());
      return Mutant.of(unchanged).stream()
          .map(mutant -> observe(mutant, before, decoding.of(mutant.response(), asked())))
          .toList();
    }
  }

  private SessionId asked() {
    return new SessionId(interaction.getRequest().getPath().substring("/run/".length()));
  }

  private Observation observe(Mutant mutant, Decoding.Outcome before, Decoding.Outcome after) {
    return new Observation(
        String.valueOf(interaction.getDescription()),
        mutant,
        mutant.placeIn(unchanged),
        states(mutant.place()),
        !matches(mutant.response()),
        difference(before, after));
  }

  private boolean matches(PlatformResponse response) {
    return ResponseMatching.responseMismatches(pact, interaction, response.toPact()).isEmpty();
  }

  private boolean states(String place) {
    return place.startsWith("/") && !example.at(place).isMissingNode();
  }

  private static String difference(Decoding.Outcome before, Decoding.Outcome after) {
    if (after.equals(before)) {
      return NegativeControls.SAME;
    }
    if (!after.kind().equals(before.kind())) {
      return after.kind();
    }
    return after.results().isPresent()
        ? NegativeControls.OTHER_RESULTS
        : NegativeControls.OTHER_DETAILS;
  }
}
