package io.cloudcruise.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A success of about 6 MB, far larger than real ones are said to be. Written once and kept, times
 * included, so that every response is the same and a measurement does not measure the sandbox.
 */
final class LargeRun implements Body {

  static final String NAME = "large";

  private static final int ROWS = 16_000;
  private static final int SCREENSHOTS = 5_000;
  private static final int ERRORS = 200;
  private static final Duration LIFETIME = Duration.ofDays(7);

  private byte @Nullable [] rendered;

  @Override
  public synchronized byte[] render(Moment moment) {
    if (rendered == null) {
      rendered = write(moment).getBytes(UTF_8);
    }
    return rendered;
  }

  private static String write(Moment moment) {
    return String.format(
        Locale.ROOT,
        """
        {"session_id":"%s","status":"execution.success",\
        "workflow_id":"5a4db0c5-0000-4000-9000-000000000054","input_variables":{"year":2025},\
        "vault_entries":{},"encrypted_variables":[],"session_retries":0,\
        "data":{"row_count":%d,"rows":%s},"video_urls":[],"file_urls":[],\
        "screenshot_urls":%s,"errors":%s,"was_recovered":true,"recovered_error_ids":%s}
        """,
        moment.sessionId(),
        ROWS,
        array(ROWS, LargeRun::row),
        array(SCREENSHOTS, i -> screenshot(moment, i)),
        array(ERRORS, i -> error(moment, i)),
        array(ERRORS, i -> '"' + errorId(i) + '"'));
  }

  private static String array(int size, IntFunction<String> element) {
    return IntStream.range(0, size).mapToObj(element).collect(Collectors.joining(",", "[", "]"));
  }

  private static String row(int i) {
    return String.format(
        Locale.ROOT,
        """
        {"position":%d,"invoice_number":"INV-2025-%06d","reference":%d,"amount":"%d.%02d",\
        "balance":%d.%d0,"currency":"EUR","patient":{"name":"Zoë Beispiel %d","city":"Zürich"},\
        "paid":%b,"note":%s}""",
        i,
        i,
        9_007_199_254_740_993L + i,
        i % 997,
        i % 100,
        i % 89,
        i % 10,
        i,
        i % 3 != 0,
        note(i));
  }

  private static String note(int i) {
    return i % 5 == 0 ? "null" : "\"Row " + i + " of the table, which was on page " + i / 50 + "\"";
  }

  private static String screenshot(Moment moment, int i) {
    Instant expires = moment.zero().truncatedTo(ChronoUnit.SECONDS).plus(LIFETIME);
    String url = moment.url(String.format(Locale.ROOT, "screenshots/step-%05d.png", i), expires);
    Instant taken = moment.zero().minusSeconds(SCREENSHOTS - i);
    return String.format(
        Locale.ROOT,
        """
        {"signed_screenshot_url":"%s","node_display_name":"Read page %d","timestamp":"%s",\
        "signed_screenshot_url_expires":"%s","error_screenshot":%b}""",
        url,
        i / 16,
        TimeRawValue.MICROS.write(taken),
        TimeRawValue.MICROS.write(expires),
        i % 25 == 0);
  }

  private static String error(Moment moment, int i) {
    Instant created = moment.zero().minusSeconds(SCREENSHOTS - 25L * i);
    return String.format(
        Locale.ROOT,
        """
        {"error_id":"%s","message":"The table on page %d was still loading.","created_at":"%s",\
        "full_url":"https://portal.muster-kasse.example/invoices?page=%d",\
        "error_code":"ERR-%04d","action_type":"EXTRACT",\
        "action_display_name":"Read page %d","original_error":"Timeout 30000ms exceeded",\
        "llm_error_category":"UPSTREAM_ERROR","llm_error_sub_type":"TIMING_RACE",\
        "llm_error_description":"The rows arrived after the action had begun."}""",
        errorId(i),
        i,
        TimeRawValue.MICROS.write(created),
        i,
        i,
        i);
  }

  private static String errorId(int i) {
    return String.format(Locale.ROOT, "5a4db0c5-0054-4000-8000-%012d", i);
  }
}
