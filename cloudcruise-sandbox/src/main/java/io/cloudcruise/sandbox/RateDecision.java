package io.cloudcruise.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a request may be answered, and what the most restrictive window says.
 *
 * @param remaining how many more requests that window has room for
 * @param reset how long until that window has room for one more than now
 */
record RateDecision(boolean admitted, int limit, int remaining, Duration reset) {

  /** The reset is given in seconds to go; the documentation names the header but no unit. */
  Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    headers.put("X-RateLimit-Limit", Integer.toString(limit));
    headers.put("X-RateLimit-Remaining", Integer.toString(remaining));
    headers.put("X-RateLimit-Reset", Long.toString(resetSeconds()));
    if (!admitted) {
      headers.put("Retry-After", Long.toString(resetSeconds()));
    }
    return headers;
  }

  Response errorResponse() {
    String body =
        String.format(
            Locale.ROOT,
            """
            {"statusCode":429,"error":"Too Many Requests","message":"Too Many Requests",\
            "limit":%d,"remaining":%d,"retryAfterSeconds":%d}""",
            limit,
            remaining,
            resetSeconds());
    return Response.json(429, body.getBytes(UTF_8)).with(headers());
  }

  /** Rounded up: who waits as long as told must not be refused again. */
  private long resetSeconds() {
    return reset.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
