package io.cloudcruise.contract.pact;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.Matchers;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.sandbox.Sandbox;
import java.util.function.UnaryOperator;

/**
 * One meaning that a response can have: an interaction of the pact, and what the caller is told.
 *
 * @param description unique in the pact
 * @param scenario the sandbox's scenario that gives such responses
 * @param response what the platform responds with
 * @param claim what the domain makes of it
 */
record Kind(
    String description, String scenario, UnaryOperator<HttpResponseBuilder> response, Claim claim) {

  /** The visible characters of ASCII, as far as a key may hold them. */
  private static final String ANY_KEY = "[\\x21-\\x7E]+";

  SessionId run() {
    return run(scenario);
  }

  static SessionId run(String scenario) {
    return new SessionId(Sandbox.scenario(scenario).sessionId());
  }

  HttpInteractionBuilder describe(HttpInteractionBuilder interaction) {
    return interaction.withRequest(this::request).willRespondWith(response::apply);
  }

  private HttpRequestBuilder request(HttpRequestBuilder request) {
    return request
        .method("GET")
        .path("/run/" + run().value())
        .header("Accept", "application/json")
        .header("cc-key", Matchers.regexp(ANY_KEY, Sandbox.API_KEY));
  }

  @Override
  public String toString() {
    return description;
  }
}
