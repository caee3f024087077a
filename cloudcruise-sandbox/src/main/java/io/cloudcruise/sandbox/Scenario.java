package io.cloudcruise.sandbox;

import java.util.Objects;

/**
 * One state the sandbox can answer with, chosen by asking for its session id.
 *
 * @param name a short name in kebab case, unique among the scenarios
 * @param sessionId the UUID that selects the scenario, the same in every release
 * @param httpStatus the HTTP status code of the answer to a good key
 * @param description what the answer shows, in one sentence
 */
public record Scenario(String name, String sessionId, int httpStatus, String description) {

  /** Create a scenario; only the sandbox's own can be asked for. */
  public Scenario {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(description, "description");
  }
}
