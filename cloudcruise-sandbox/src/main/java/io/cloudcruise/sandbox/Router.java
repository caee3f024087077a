package io.cloudcruise.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/** Records each request, finds who answers it, and sends the response. */
final class Router implements HttpHandler {

  // Matched before percent-decoding: an escaped slash belongs to the session id.
  private static final Pattern RUN = Pattern.compile(RunApi.PATH + "[^/]+");

  private final RequestLog requests;
  private final RunApi runs;
  private final ArtifactApi artifacts;

  Router(RequestLog requests, RunApi runs, ArtifactApi artifacts) {
    this.requests = requests;
    this.runs = runs;
    this.artifacts = artifacts;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(
          new RecordedRequest(
              exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders()));
      send(exchange, response(exchange));
    }
  }

  private Response response(HttpExchange exchange) {
    URI uri = exchange.getRequestURI();
    boolean run = RUN.matcher(uri.getRawPath()).matches();
    if (!run && !uri.getRawPath().startsWith(ArtifactUrls.PATH)) {
      return Response.message(404, "Cannot " + exchange.getRequestMethod() + " " + uri.getPath());
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      return Response.message(405, "Method Not Allowed").with(Map.of("Allow", "GET"));
    }
    return run
        ? runs.response(
            uri.getPath().substring(RunApi.PATH.length()),
            exchange.getRequestHeaders().getFirst(RunApi.KEY_HEADER))
        : artifacts.response(uri, exchange.getRequestHeaders());
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    response.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = response.body();
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    // Every response has a body. A known length and one write keep the connection alive.
    exchange.sendResponseHeaders(response.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.getResponseBody().close();
  }
}
