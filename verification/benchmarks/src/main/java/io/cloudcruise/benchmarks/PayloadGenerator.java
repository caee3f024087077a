package io.cloudcruise.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * Writes answers of the platform, compact as a server sends them, with every field of the newest
 * edition of its documentation. The same size gives the same bytes, always and everywhere.
 */
final class PayloadGenerator {
  static final String SESSION_ID = "e5f6a7b8-9abc-4def-8123-56789abcdef0";

  private static final long SEED = 20_260_101;
  private static final Instant START = Instant.parse("2026-01-01T08:00:00.123456Z");
  private static final int SECONDS_OF_A_WEEK = 7 * 24 * 60 * 60;
  private static final int TOKEN_LENGTH = 129;
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final String[] CUSTOMERS = {
    "Acme Industries", "Blue Harbor Foods", "Müller & Söhne", "Northwind Traders", "Łódź Logistics"
  };
  private static final String[] STEPS = {
    "Open the sign-in page", "Click on the confirm button", "Read the invoice table", "Download"
  };
  private static final String[][] CLASSES = {
    {"AUTHENTICATION_ERROR", "INVALID_CREDENTIALS"},
    {"UPSTREAM_ERROR", "TIMING_RACE"},
    {"XPATH_INCORRECT", "SELECTOR_NO_MATCH"},
    {"SERVICE_UNAVAILABLE", "HTTP_ERROR"}
  };

  private final Random random = new Random(SEED);
  private final StringBuilder json = new StringBuilder();
  private final PayloadSize size;
  private String firstErrorId = "";

  private PayloadGenerator(PayloadSize size) {
    this.size = size;
  }

  static byte[] generate(PayloadSize size) {
    PayloadGenerator generator = new PayloadGenerator(size);
    generator.run();
    return generator.json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void run() {
    json.append('{');
    head();
    json.append("\"data\":{\"portal\":\"invoices\",");
    array("rows", size.rows(), this::row);
    json.append("},");
    array("video_urls", 1, this::recording);
    json.append(',');
    array("file_urls", 1, this::file);
    json.append(',');
    array("screenshot_urls", size.screenshots(), this::screenshot);
    json.append(',');
    array("errors", size.errors(), this::error);
    json.append(",\"was_recovered\":true,\"recovered_error_ids\":[\"").append(firstErrorId);
    json.append("\"]}");
  }

  private void head() {
    text("session_id", SESSION_ID);
    text("status", "execution.success");
    text("workflow_id", uuid());
    json.append("\"input_variables\":{\"PORTAL_USER\":\"user-17\",\"FROM\":\"2025-12-01\",");
    json.append("\"PIN\":\"").append(token(40)).append("\",\"LIMIT\":250},");
    json.append("\"vault_entries\":{\"PORTAL_USER\":{");
    text("permissioned_user_id", "user-17");
    text("user_alias", "Portal user");
    text("domain", "https://portal.example.com");
    json.append("\"user_name\":\"").append(token(80)).append("\"}},");
    json.append("\"encrypted_variables\":[\"PIN\"],\"session_retries\":1,");
  }

  private void row(int index) {
    text("invoice", "INV-2026-" + (100_000 + index));
    text("customer", CUSTOMERS[random.nextInt(CUSTOMERS.length)]);
    text("issued", LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365)).toString());
    number("amount", random.nextInt(1_000_000) / 100 + "." + (10 + random.nextInt(90)));
    text("currency", "EUR");
    number("paid", Boolean.toString(random.nextBoolean()));
    number("items", Integer.toString(1 + random.nextInt(40)));
    text("reference", token(24));
    json.append("\"note\":null");
  }

  private void recording(int index) {
    text("timestamp", micros(index));
    text("session_id", SESSION_ID);
    text("signed_screen_recording_url", signedUrl("recordings", ".mp4"));
    last("signed_screen_recording_url_expires", micros(SECONDS_OF_A_WEEK));
  }

  private void file(int index) {
    text("signed_file_url", signedUrl("files", ".csv"));
    text("file_name", "invoices-" + index + ".csv");
    text("timestamp", millis(index));
    text("signed_file_url_expires", millis(SECONDS_OF_A_WEEK + index));
    json.append("\"metadata\":{\"rows\":").append(size.rows()).append('}');
  }

  private void screenshot(int index) {
    text("signed_screenshot_url", signedUrl("screenshots", ".png"));
    text("node_display_name", STEPS[index % STEPS.length]);
    text("timestamp", micros(index));
    text("signed_screenshot_url_expires", micros(SECONDS_OF_A_WEEK + index));
    json.append("\"error_screenshot\":").append(index % 10 == 9);
  }

  private void error(int index) {
    String id = uuid();
    firstErrorId = index == 0 ? id : firstErrorId;
    text("message", "The button \\\"Confirm\\\" was not found after the page had loaded");
    text("error_id", id);
    text("full_url", "https://portal.example.com/invoices?page=" + index + "&view=" + token(12));
    text("llm_error_description", "The selector of the confirm button did not match any element.");
    text("created_at", micros(index));
    text("error_code", "ERR-%04d".formatted(index));
    text("action_type", "CLICK");
    text("action_display_name", STEPS[index % STEPS.length]);
    text("original_error", "Element not found: //button[@id='confirm-" + index + "']");
    text("llm_error_category", CLASSES[index % CLASSES.length][0]);
    last("llm_error_sub_type", CLASSES[index % CLASSES.length][1]);
  }

  private void array(String name, int length, IntConsumer object) {
    json.append('"').append(name).append("\":[");
    for (int i = 0; i < length; i++) {
      json.append(i == 0 ? "{" : ",{");
      object.accept(i);
      json.append('}');
    }
    json.append(']');
  }

  private void text(String name, String value) {
    last(name, value);
    json.append(',');
  }

  private void last(String name, String value) {
    json.append('"').append(name).append("\":\"").append(value).append('"');
  }

  private void number(String name, String value) {
    json.append('"').append(name).append("\":").append(value).append(',');
  }

  private String signedUrl(String bucket, String suffix) {
    String path = "/storage/v1/object/sign/" + bucket + "/" + uuid() + "/" + uuid() + suffix;
    return "https://files.example.com" + path + "?token=" + token(TOKEN_LENGTH);
  }

  private String token(int length) {
    StringBuilder token = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      token.append(BASE64.charAt(random.nextInt(BASE64.length())));
    }
    return token.toString();
  }

  private String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** One of the two forms of time that responses have; the other is {@link #millis}. */
  private static String micros(int seconds) {
    String utc = START.plusSeconds(seconds).toString();
    return utc.substring(0, utc.length() - 1) + "+00:00";
  }

  private static String millis(int seconds) {
    return START.plusSeconds(seconds).toString().substring(0, 23) + "Z";
  }
}
