package io.cloudcruise.contract.pact;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.V4Pact;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the pact against a service whose states nobody can set: what one run can show is verified,
 * the rest is skipped. Three requests are sent, each of which only reads. Values of responses stay
 * out of what is reported, and so does the key.
 */
final class LiveVerification {
  private static final String DEFAULT_BASE_URL = "https://api.cloudcruise.com";
  private static final String UNKNOWN_RUN = "00000000-0000-4000-8000-000000000000";
  private static final String FALSE_KEY = "sk_not_a_key";

  private final HttpClient client = HttpClient.newHttpClient();
  private final V4Pact pact = PactFile.committed();
  private final String baseUrl;
  private final String key;
  private final String session;

  /** What became of one interaction: skipped for a reason, or verified with what was found. */
  record Check(String interaction, Optional<String> skipped, List<String> findings) {

    @Override
    public String toString() {
      if (skipped.isPresent()) {
        return "skipped: " + interaction + ": " + skipped.get();
      }
      return findings.isEmpty()
          ? "verified: " + interaction
          : "BROKEN: " + interaction + ": " + String.join(", ", findings);
    }
  }

  LiveVerification(Map<String, String> environment) {
    key = required(environment, "CLOUDCRUISE_API_KEY");
    session = new SessionId(required(environment, "CLOUDCRUISE_SESSION_ID")).value();
    baseUrl = environment.getOrDefault("CLOUDCRUISE_BASE_URL", DEFAULT_BASE_URL);
    checkOrigin();
  }

  private static String required(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new IllegalStateException("set " + name));
  }

  /** The adapter knows which origins a key may be sent to. */
  private void checkOrigin() {
    FeignRunResultsAdapter.builder().baseUrl(baseUrl).apiKey(ApiKey.of(key)).build().close();
  }

  List<Check> run() throws IOException, InterruptedException {
    PlatformResponse run = fetch(session, key);
    if (run.status() != 200) {
      throw new IllegalStateException("the session is answered with HTTP " + run.status());
    }
    requireAStatedStatus(run);
    List<Check> checks = new ArrayList<>();
    for (SynchronousHttp interaction : PactFile.interactions(pact)) {
      checks.add(check(interaction, run));
    }
    return checks;
  }

  private PlatformResponse fetch(String run, String withKey)
      throws IOException, InterruptedException {
    return PlatformResponse.fetch(
        client, URI.create(baseUrl.strip().replaceAll("/$", "") + "/run/" + run), withKey);
  }

  private Check check(SynchronousHttp interaction, PlatformResponse run)
      throws IOException, InterruptedException {
    return switch (interaction.getResponse().getStatus()) {
      case 200 -> checkRun(interaction, run);
      case 401 -> verified(interaction, fetch(session, FALSE_KEY));
      case 404 -> verified(interaction, fetch(UNKNOWN_RUN, key));
      default -> skipped(interaction, "reading does not bring such a response about");
    };
  }

  /** A status that no interaction states is what this is there to notice. */
  private void requireAStatedStatus(PlatformResponse run) throws IOException {
    for (SynchronousHttp interaction : PactFile.interactions(pact)) {
      if (interaction.getResponse().getStatus() == 200
          && statusOf(interaction).equals(statusOf(run))) {
        return;
      }
    }
    throw new IllegalStateException("the session has a status that the pact does not state");
  }

  private static String statusOf(SynchronousHttp interaction) throws IOException {
    return PlatformResponse.JSON
        .readTree(interaction.getResponse().getBody().orEmpty())
        .path("status")
        .asText();
  }

  private static String statusOf(PlatformResponse run) {
    return run.body().path("status").asText();
  }

  private Check checkRun(SynchronousHttp interaction, PlatformResponse run) throws IOException {
    String needed = statusOf(interaction);
    return needed.equals(statusOf(run))
        ? verified(onlyRequired(interaction, needed), run)
        : skipped(interaction, "it needs a run that is " + needed);
  }

  /** What else a run tells depends on its workflow. */
  private SynchronousHttp onlyRequired(SynchronousHttp interaction, String status) {
    String body =
        PlatformResponse.JSON
            .createObjectNode()
            .put("session_id", session)
            .put("status", status)
            .toString();
    return new SynchronousHttp(
        interaction.getDescription() + " (required fields)",
        List.of(),
        new HttpRequest(),
        new HttpResponse(200, Map.of(), OptionalBody.body(body)));
  }

  private Check verified(SynchronousHttp interaction, PlatformResponse response) {
    List<String> findings =
        ResponseMatching.responseMismatches(pact, interaction, response.toPact()).stream()
            .map(LiveVerification::withoutValues)
            .toList();
    return new Check(interaction.getDescription(), Optional.empty(), findings);
  }

  private static String withoutValues(Mismatch mismatch) {
    return mismatch instanceof BodyMismatch body
        ? body.type() + " at " + body.getPath()
        : mismatch.type();
  }

  private static Check skipped(SynchronousHttp interaction, String reason) {
    return new Check(interaction.getDescription(), Optional.of(reason), List.of());
  }
}
