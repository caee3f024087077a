package io.cloudcruise.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers {@code GET /run/{session_id}}. */
final class RunApi {

  static final String PATH = "/run/";
  static final String KEY_HEADER = "cc-key";

  private static final Set<String> READERS = Set.of(Sandbox.API_KEY, Sandbox.SECOND_API_KEY);
  private static final Map<String, String> SCENARIO_BY_KEY =
      Map.of(
          Sandbox.FORBIDDEN_KEY, "forbidden",
          Sandbox.USAGE_LIMIT_KEY, "usage-limit",
          Sandbox.RATE_LIMITED_KEY, "rate-limited",
          Sandbox.UNAVAILABLE_KEY, "unavailable");
  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** How often a run was asked for, and when first. */
  private record History(Instant zero, int responses) {

    History withOneMore() {
      return new History(zero, responses + 1);
    }
  }

  private final Catalogue catalogue;
  private final ArtifactUrls urls;
  private final Clock clock;
  private final @Nullable RateLimits rateLimits;
  private final Map<String, History> histories = new ConcurrentHashMap<>();

  RunApi(Catalogue catalogue, ArtifactUrls urls, Clock clock, @Nullable RateLimits rateLimits) {
    this.catalogue = catalogue;
    this.urls = urls;
    this.clock = clock;
    this.rateLimits = rateLimits;
  }

  Response response(String sessionId, @Nullable String key) {
    if (key == null || !READERS.contains(key)) {
      return refuse(sessionId, key == null ? "" : key);
    }
    if (rateLimits == null) {
      return read(sessionId);
    }
    RateDecision decision = rateLimits.admit(key);
    // The scenario's own headers win: one that plays a rate limit has to stay consistent.
    return decision.admitted()
        ? read(sessionId).withDefaults(decision.headers())
        : decision.errorResponse();
  }

  private Response refuse(String sessionId, String key) {
    return asIfFirstAsked(SCENARIO_BY_KEY.getOrDefault(key, "unauthorized"), sessionId);
  }

  private Response read(String sessionId) {
    if (!UUID.matcher(sessionId).matches()) {
      return asIfFirstAsked("bad-request", sessionId);
    }
    Optional<ScenarioScript> script = catalogue.find(sessionId.toLowerCase(Locale.ROOT));
    return script.map(this::play).orElseGet(() -> asIfFirstAsked("not-found", sessionId));
  }

  private Response play(ScenarioScript script) {
    Instant now = clock.instant();
    String sessionId = script.scenario().sessionId();
    History history =
        histories.merge(sessionId, new History(now, 1), (past, unused) -> past.withOneMore());
    return script.response(new Moment(sessionId, history.zero(), now, history.responses(), urls));
  }

  private Response asIfFirstAsked(String scenario, String sessionId) {
    Instant now = clock.instant();
    return catalogue.named(scenario).response(new Moment(sessionId, now, now, 1, urls));
  }
}
