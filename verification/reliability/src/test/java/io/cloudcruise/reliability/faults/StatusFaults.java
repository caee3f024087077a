package io.cloudcruise.reliability.faults;

import static io.cloudcruise.reliability.faults.Again.NO;
import static io.cloudcruise.reliability.faults.Again.YES;
import static io.cloudcruise.reliability.faults.Expected.atOnce;
import static io.cloudcruise.reliability.faults.RunEndings.RESULTS;
import static io.cloudcruise.reliability.faults.RunEndings.SERVER_ERROR;
import static io.cloudcruise.reliability.faults.RunEndings.VIOLATION;
import static io.cloudcruise.reliability.faults.RunTrial.JSON;
import static io.cloudcruise.reliability.faults.RunTrial.row;

import io.cloudcruise.rigs.RawResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Statuses of answers about a run that are not plainly good, and what comes with them. */
final class StatusFaults {
  private static final String OK =
      "HTTP/1.1 200 OK\r\nContent-Length: " + JSON.length() + "\r\n\r\n" + JSON;

  private static final Expected DENIED = atOnce("AccessDeniedException", NO);
  private static final Expected INVALID = atOnce("InvalidRequestException", NO);
  private static final Expected LIMITED = atOnce("RateLimitedException", YES);
  private static final Expected NOT_FOUND = atOnce("no such run", NO);

  private StatusFaults() {}

  static Stream<Row> rows() {
    return Stream.of(interim(), successes(), redirects(), failures(), bodies(), wishes())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> interim() {
    String proceed = "HTTP/1.1 100 Continue\r\n\r\n";
    String processing = "HTTP/1.1 102 Processing\r\n\r\n";
    String hints = "HTTP/1.1 103 Early Hints\r\nLink: <canary>\r\n\r\n";
    String switching = "HTTP/1.1 101 Switching\r\nUpgrade: canary\r\n\r\n";
    return Stream.of(
        row("100, then the response", Trouble.responding(proceed + OK), RESULTS),
        row("102, then the response", Trouble.responding(processing + OK), RESULTS),
        row("103, then the response", Trouble.responding(hints + OK), RESULTS),
        row(
            "1,000 times 100, then the response",
            Trouble.responding(proceed.repeat(1000) + OK),
            VIOLATION),
        row("100 without end", Trouble.flooding("", proceed.repeat(100)), VIOLATION),
        row("101 that nobody asked for", Trouble.responding(switching + OK), VIOLATION));
  }

  private static Stream<Row> successes() {
    RawResponse part = RawResponse.status(206).header("Content-Range", "bytes 0-19/99");
    return Stream.of(
        row("204", Trouble.responding(RawResponse.status(204)), VIOLATION),
        row("205", Trouble.responding(RawResponse.status(205)), VIOLATION),
        row("206 with a part", Trouble.responding(part.body(JSON.substring(0, 20))), VIOLATION),
        row(
            "201 with the results",
            Trouble.responding(RawResponse.status(201).body(JSON)),
            RESULTS));
  }

  private static Stream<Row> redirects() {
    return IntStream.of(300, 301, 302, 303, 304, 305, 307, 308)
        .boxed()
        .flatMap(
            status ->
                Stream.of(
                    row(status + " to the same origin", redirect(status, "/?canary"), VIOLATION),
                    row(status + " to another origin", elsewhere(status), VIOLATION)));
  }

  private static Trouble.Source redirect(int status, String location) {
    return Trouble.responding(
        RawResponse.status(status).header("Location", location).body("canary"));
  }

  /** The other origin would answer, and be counted among the requests. */
  private static Trouble.Source elsewhere(int status) {
    return Trouble.onRequest(
        peer -> {
          String other = "http://localhost:" + peer.port() + "/elsewhere?canary";
          peer.write(
              peer.target().startsWith("/elsewhere")
                  ? OK.getBytes(StandardCharsets.ISO_8859_1)
                  : RawResponse.status(status).header("Location", other).body("canary").bytes());
        });
  }

  private static Stream<Row> failures() {
    Map<String, Expected> statuses = new LinkedHashMap<>();
    statuses.put("400 405 409 410 415 418 422 451", INVALID);
    statuses.put("401 403", DENIED);
    statuses.put("402", atOnce("UsageLimitExceededException", NO));
    statuses.put("404", NOT_FOUND);
    statuses.put("408 421 425 500 501 502 503 504 599", SERVER_ERROR);
    statuses.put("429", LIMITED);
    statuses.put("600 999", VIOLATION);
    return statuses.entrySet().stream()
        .flatMap(
            entry ->
                Arrays.stream(entry.getKey().split(" "))
                    .map(status -> row(status, empty(status), entry.getValue())));
  }

  private static Trouble.Source empty(String status) {
    return Trouble.responding("HTTP/1.1 " + status + " canary\r\nContent-Length: 0\r\n\r\n");
  }

  private static Stream<Row> bodies() {
    return Stream.of(
            bodies(400, INVALID),
            bodies(403, DENIED),
            bodies(404, NOT_FOUND),
            bodies(429, LIMITED),
            bodies(503, SERVER_ERROR))
        .flatMap(rows -> rows);
  }

  private static Stream<Row> bodies(int status, Expected expected) {
    String html = "<html><title>canary</title><body>canary</body></html>";
    RawResponse lying = RawResponse.status(status).header("Content-Encoding", "gzip");
    byte[] bomb = RawResponse.gzip(new byte[64 << 20]);
    return Stream.of(
        row(
            status + " with HTML",
            Trouble.responding(RawResponse.status(status).body(html)),
            expected),
        row(
            status + " with 20 MB",
            Trouble.responding(RawResponse.status(status).body("canary".repeat(3_500_000))),
            expected),
        row(
            status + " with a body without end",
            Trouble.flooding("HTTP/1.1 " + status + "\r\n\r\n", html),
            expected),
        row(
            status + " with a body that stalls",
            Trouble.stalled("HTTP/1.1 " + status + "\r\nContent-Length: 9\r\n\r\n"),
            expected),
        row(status + " with gzip that is none", Trouble.responding(lying.body(html)), expected),
        row(
            status + " with a gzip bomb",
            Trouble.responding(
                RawResponse.status(status).header("Content-Encoding", "gzip").body(bomb)),
            expected));
  }

  private static Stream<Row> wishes() {
    Expected tooLong = atOnce("RateLimitedException", NO);
    return Stream.of(
        row("429, Retry-After: canary", retryAfter("canary"), LIMITED),
        row("429, Retry-After: -5", retryAfter("-5"), LIMITED),
        row("429, Retry-After: 0", retryAfter("0"), LIMITED),
        row("429, Retry-After: a day", retryAfter("86400"), tooLong),
        row("429, Retry-After: 1e999", retryAfter("1e999"), LIMITED),
        row("429, Retry-After: 10^30 seconds", retryAfter("1" + "0".repeat(30)), LIMITED),
        row(
            "429, Retry-After: a date long ago",
            retryAfter("Thu, 01 Jan 1970 00:00:00 GMT"),
            LIMITED),
        row(
            "429, Retry-After: a date far ahead",
            retryAfter("Fri, 31 Dec 9999 23:59:59 GMT"),
            tooLong));
  }

  private static Trouble.Source retryAfter(String value) {
    return Trouble.responding(RawResponse.status(429).header("Retry-After", value));
  }
}
