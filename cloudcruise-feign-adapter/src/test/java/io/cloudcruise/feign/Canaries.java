package io.cloudcruise.feign;

import static org.junit.jupiter.api.Named.named;

import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** What must not be seen holds the word canary, and so does what hostile servers say. */
final class Canaries {
  static final String WORD = "canary";
  static final String KEY = "sk_key_canary";
  static final String RESULTS =
      """
      {"session_id": "%s", "status": "execution.failed",
       "input_variables": {"pin": "input-canary", "answers": {"pet": "nested-canary"}, "n": 1},
       "encrypted_variables": ["pin", "answers"],
       "vault_entries": {"PORTAL": {"user_alias": "mine", "user_name": "name-canary",
         "password": "password-canary", "more": {"tfa": "tfa-canary"}}},
       "data": {"text": "body-canary"},
       "file_urls": [{"signed_file_url": "https://f.example/f?X-Amz-Signature=file-canary"}],
       "video_urls": [{"signed_screen_recording_url": "https://v.example/v?sig=video-canary"}],
       "screenshot_urls": [{"signed_screenshot_url": "https://me:url-canary@s.example/#x-canary"}],
       "errors": [{"error_id": "e1", "message": "message-canary", "original_error": "o-canary",
         "full_url": "https://p.example/?token=page-canary", "llm_error_description": "d-canary"}],
       "surprise": "unknown-canary"}
      """
          .formatted(TestRun.ID);

  private Canaries() {}

  static Stream<Named<RawResponse>> responses() {
    return Stream.of(failures(), redirects(), responsesOddlyWrapped(), responsesThatAreNoResults())
        .flatMap(responses -> responses);
  }

  private static Stream<Named<RawResponse>> failures() {
    return Stream.of(400, 401, 402, 403, 408, 409, 422, 429, 500, 502, 503, 600)
        .map(status -> named(String.valueOf(status), failure(status)));
  }

  static RawResponse failure(int status) {
    return RawResponse.statusLine("HTTP/1.1 " + status + " canary " + KEY)
        .header("X-Echo-canary", KEY)
        .header("Retry-After", KEY)
        .header("WWW-Authenticate", "Basic realm=" + KEY)
        .header("Set-Cookie", "canary=" + KEY)
        .body(
            "{\"message\":\"K\",\"reason\":\"K\",\"limit\":\"K\",\"retryAfterSeconds\":\"K\"}"
                .replace("K", KEY));
  }

  private static Stream<Named<RawResponse>> redirects() {
    return Stream.of(301, 302, 303, 307, 308)
        .map(status -> RawResponse.status(status).header("Location", "http://" + KEY + "/?" + KEY))
        .map(response -> named("redirect", response));
  }

  private static Stream<Named<RawResponse>> responsesOddlyWrapped() {
    return Stream.of(
        named("coding", TestRun.response().header("Content-Encoding", KEY)),
        named("no gzip", RawResponse.status(200).header("Content-Encoding", "gzip").body(KEY)),
        named("length", RawResponse.status(200).header("Content-Length", KEY)),
        named("chunk", RawResponse.status(200).chunked().body(KEY + "\r\n" + KEY)),
        named("too long", RawResponse.status(200).body(KEY.repeat(1 << 20))));
  }

  private static Stream<Named<RawResponse>> responsesThatAreNoResults() {
    return Stream.of(
            "<html><title>canary</title>K</html>",
            "K",
            "\"K\"",
            "{\"session_id\":\"K\",\"status\":\"K\"}",
            "{\"session_id\":\"K K\",\"status\":\"K\"}",
            RESULTS.replace("\"execution.failed\"", "{\"K\":\"K\"}"),
            RESULTS.replace("\"execution.failed\"", "canary"),
            RESULTS.replace("\"input-canary\"", "\"\\canary\""),
            RESULTS.replace("{\"text\": \"body-canary\"}", "[\"body-canary\"}"),
            RESULTS.replace("[\"pin\", \"answers\"]", "\"canary\""),
            RESULTS.substring(0, RESULTS.indexOf("-canary\"") + 3),
            RESULTS + "canary",
            RESULTS.replace("\"body-canary\"", "[".repeat(1000)),
            RESULTS.replace("\"body-canary\"", "1".repeat(20_000)))
        .map(body -> body.replace("K", KEY))
        .map(body -> named("results", RawResponse.status(200).body(body)));
  }

  static Stream<Named<RawResponse>> responsesThatAreNotHttp() {
    return Stream.of(
        named("header name", RawResponse.status(200).header("canary " + KEY, "x")),
        named("header", RawResponse.status(200).header("X", "canary\u0000" + KEY)),
        named("no status", RawResponse.statusLine("HTTP/1.1 " + KEY)),
        named("no HTTP", RawResponse.statusLine(KEY)));
  }

  static Stream<Named<HostileServer.Script>> breaks() {
    byte[] results = RawResponse.status(200).body(RESULTS).bytes();
    return Stream.of(
        named("nothing", HostileServer.Peer::hangUp),
        named("reset", HostileServer.Peer::reset),
        named("silence", HostileServer.Peer::stall),
        named(
            "cut off",
            peer -> {
              peer.write(Arrays.copyOf(results, results.length / 2));
              peer.hangUp();
            }),
        named(
            "stalled",
            peer -> {
              peer.write(Arrays.copyOf(results, results.length / 2));
              peer.stall();
            }));
  }
}
