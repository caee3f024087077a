package io.cloudcruise.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An HTTP response before it is sent. */
final class Response {

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  Response(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  static Response json(int status, byte[] body) {
    return new Response(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
  }

  /** The plain error body of the platform's framework. */
  static Response message(int status, String message) {
    String body =
        String.format(
            Locale.ROOT,
            "{\"message\":\"%s\",\"statusCode\":%d}",
            JsonText.escape(message),
            status);
    return json(status, body.getBytes(UTF_8));
  }

  /** Adds headers; those given replace those already there. */
  Response with(Map<String, String> added) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(added);
    return new Response(status, all, body);
  }

  /** Adds headers; those already there stay. */
  Response withDefaults(Map<String, String> defaults) {
    return new Response(status, defaults, body).with(headers);
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }
}
