package io.cloudcruise.sandbox;

import java.util.Objects;

/**
 * One state the sandbox can answer with, chosen by asking for its session id.
 *
 * @param name a short name in kebab case, unique among the scenarios
 * @param sessionId the UUID that selects the scenario, the same in every release
 * @param httpStatus the HTTP status code of the response to a good key
 * @param description what the response shows, in one sentence
 */
public record Scenario(String name, String sessionId, int httpStatus, String description) {

  /**
   * Describe a scenario; only those of {@link Sandbox#scenarios()} can be asked for.
   *
   * @param name a short name
   * @param sessionId the UUID that selects the scenario
   * @param httpStatus the HTTP status code
   * @param description what the response shows
   */
  public Scenario {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(description, "description");
  }
}
