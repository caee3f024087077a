package io.cloudcruise.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Speaks HTTP to a sandbox. */
final class Caller {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Sandbox sandbox;

  Caller(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  static String id(String end) {
    return "5a4db0c5-0000-4000-8000-" + "0".repeat(12 - end.length()) + end;
  }

  HttpResponse<String> run(String sessionId) {
    return run(sessionId, Sandbox.API_KEY);
  }

  HttpResponse<String> run(String sessionId, String key) {
    return send(request("/run/" + sessionId).header("cc-key", key));
  }

  Json json(String sessionId) {
    return Json.parse(run(sessionId).body());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(sandbox.baseUrl().resolve(path)).timeout(Duration.ofSeconds(30));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  static HttpResponse<byte[]> get(String url, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request, BodyHandlers.ofByteArray());
  }

  static <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> bodyHandler) {
    try {
      return HTTP.send(request.build(), bodyHandler);
    } catch (IOException e) {
      throw new AssertionError("no response", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  static Map<String, String> rateHeaders(HttpResponse<?> response) {
    return Map.of(
        "limit", header(response, "X-RateLimit-Limit"),
        "remaining", header(response, "X-RateLimit-Remaining"),
        "reset", header(response, "X-RateLimit-Reset"));
  }

  static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("absent");
  }
}
