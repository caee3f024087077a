package io.cloudcruise.contract.pact;

import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.Matchers;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Answers in Pact's words. Kinds only, but exact values where the library branches on them. */
final class Answer {
  private static final String JSON = "application/json";
  private static final String TIME = "2026-01-15T08:30:00.000000+00:00";
  private static final String EXPIRY = "2026-01-22T08:30:00.000000+00:00";
  private static final String URL = "https://artifacts.example/%s?signature=not-a-real-signature";

  private Answer() {}

  /** The run asked for, in one status. A response about another run breaks the contract. */
  static UnaryOperator<HttpResponseBuilder> run(
      String scenario, String status, Consumer<LambdaDslObject> rest) {
    String id = Kind.run(scenario).value();
    return of(
        200,
        run -> {
          run.stringValue("session_id", id).stringValue("status", status);
          rest.accept(run);
        });
  }

  static UnaryOperator<HttpResponseBuilder> of(int status, Consumer<LambdaDslObject> body) {
    return response ->
        response
            .status(status)
            .header("Content-Type", Matchers.regexp("application/json(;.*)?", JSON))
            .body(LambdaDsl.newJsonBody(body::accept).build());
  }

  /** Nobody reads the body. */
  static UnaryOperator<HttpResponseBuilder> of(int status) {
    return response -> response.status(status);
  }

  static UnaryOperator<HttpResponseBuilder> retryAfter(
      String seconds, UnaryOperator<HttpResponseBuilder> response) {
    return building ->
        response.apply(building).header("Retry-After", Matchers.regexp("\\d+", seconds));
  }

  /** What every run has had since it was queued. */
  static void basics(LambdaDslObject run) {
    run.stringType("workflow_id", "5a4db0c5-0000-4000-9000-000000000001")
        .object("input_variables", inputs -> inputs.stringType("invoice_period", "2025-12"))
        .integerType("session_retries", 0);
  }

  static void noErrors(LambdaDslObject run) {
    run.array("errors", none -> {}).booleanValue("was_recovered", false);
  }

  /** An error, apart from its id and its analysis. */
  static void error(LambdaDslObject error) {
    error
        .stringType("message", "The button was not found.")
        .stringType("created_at", TIME)
        .stringType("full_url", "https://portal.example/invoices")
        .stringType("error_code", "ERR-0007")
        .stringType("action_type", "CLICK")
        .stringType("action_display_name", "Click on Search")
        .stringType("original_error", "Element not found")
        .stringType("node_id", "5a4db0c5-0000-4000-b000-000000000001");
  }

  static void analysed(LambdaDslObject error, String category, String subType) {
    exactly(error, "llm_error_category", category);
    exactly(error, "llm_error_sub_type", subType);
    error.stringType("llm_error_description", "What an AI made of it.");
  }

  /** In lists of equals a plain value would only stand for its kind. */
  static void exactly(LambdaDslObject object, String field, String value) {
    object.getPactDslObject().equalTo(field, value);
  }

  static void screenshots(LambdaDslObject run) {
    run.minArrayLike(
        "screenshot_urls",
        1,
        screenshot ->
            screenshot
                .stringType("signed_screenshot_url", URL.formatted("login.png"))
                .stringType("signed_screenshot_url_expires", EXPIRY)
                .stringType("timestamp", TIME)
                .stringType("node_display_name", "Open the portal")
                .booleanType("error_screenshot", false));
  }

  static void recordings(LambdaDslObject run) {
    run.minArrayLike(
        "video_urls",
        1,
        recording ->
            recording
                .stringType("signed_screen_recording_url", URL.formatted("run.mp4"))
                .stringType("signed_screen_recording_url_expires", EXPIRY)
                .stringType("timestamp", TIME)
                .stringType("session_id", "5a4db0c5-0000-4000-8000-000000000001"));
  }

  static void files(LambdaDslObject run) {
    run.minArrayLike(
        "file_urls",
        1,
        file ->
            file.stringType("signed_file_url", URL.formatted("invoices.csv"))
                .stringType("signed_file_url_expires", EXPIRY)
                .stringType("file_name", "invoices.csv")
                .stringType("timestamp", TIME));
  }
}
