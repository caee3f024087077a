package io.cloudcruise.feign;

import feign.Client;
import feign.Request;
import feign.Response;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.feign.Exchange.CancelReason;
import io.cloudcruise.http.internal.JdkClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The default transport: one JDK client, which never follows a redirect, and one deadline from the
 * first byte out to the last byte in.
 *
 * <p>The JDK client sends a GET once more by itself if a connection, fresh or pooled, breaks before
 * any of the response has come. That may stand: reading results changes nothing, and the deadline
 * covers both.
 */
final class HttpTransport implements Client, AutoCloseable {
  private static final byte[] NOTHING = {};

  private final int maxResponseBytes;
  private final int maxErrorBytes;
  private final @Nullable ExecutorService ownExecutor;
  private final Exchanges exchanges = new Exchanges();

  /** Null once closed, so that it can be collected: on Java 17 only that ends its selector. */
  private volatile @Nullable HttpClient client;

  /**
   * Builds the one client.
   *
   * @param base what the caller configured
   * @param executor the caller's executor; null for one of this transport's own
   */
  HttpTransport(
      HttpClient.Builder base,
      @Nullable Executor executor,
      int maxResponseBytes,
      int maxErrorBytes) {
    this.maxResponseBytes = maxResponseBytes;
    this.maxErrorBytes = maxErrorBytes;
    ownExecutor = executor == null ? JdkClient.threads("cloudcruise-http") : null;
    client =
        base.followRedirects(HttpClient.Redirect.NEVER)
            .executor(executor == null ? ownExecutor : executor)
            .build();
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Call call = (Call) options;
    HttpClient open = client;
    if (open == null) {
      throw new IllegalStateException("the adapter is closed");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CallInterruptedException(Optional.of(call.sessionId()));
    }
    Exchange exchange = new Exchange(call.deadline());
    exchanges.add(exchange);
    try {
      return exchange(open, request, call);
    } catch (InterruptedException | IOException | RuntimeException failure) {
      throw explained(failure, exchange, call);
    } finally {
      exchanges.remove(exchange);
      exchange.end();
    }
  }

  private Response exchange(HttpClient open, Request request, Call call)
      throws IOException, InterruptedException {
    if (client == null) {
      throw new IOException("closed meanwhile");
    }
    ResponseHandler handler = new ResponseHandler(maxResponseBytes, maxErrorBytes);
    try {
      HttpResponse<ResponseBytes> response = open.send(httpRequest(request, call), handler);
      byte[] body = response.body().await(call);
      return response(request, response.statusCode(), response.headers(), body);
    } catch (IOException failure) {
      return errorResponse(request, handler.head(), failure);
    } finally {
      handler.giveUp(); // what is complete stays so
    }
  }

  /** An error response says enough without its body. */
  private static Response errorResponse(
      Request request, @Nullable ResponseInfo head, IOException failure) throws IOException {
    if (head == null || ResponseBytes.isSuccess(head.statusCode())) {
      throw failure;
    }
    return response(request, head.statusCode(), head.headers(), NOTHING);
  }

  private static Response response(Request request, int status, HttpHeaders headers, byte[] body) {
    return Response.builder()
        .status(status)
        .headers(Map.of()) // read from the body below, without the cost of copying them
        .request(request)
        .body(new KnownBody(body, headers))
        .build();
  }

  private static HttpRequest httpRequest(Request request, Call call) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(request.url()))
            .timeout(Duration.ofNanos(Math.max(1, call.deadline().nanosLeft())))
            .header("Accept-Encoding", "gzip");
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.build();
  }

  /** A client that loses its threads fails in many ways, and a caller that is woken up in one. */
  private IOException explained(Exception failure, Exchange exchange, Call call) {
    CancelReason cancelReason = exchange.end();
    if (cancelReason == CancelReason.LATE) {
      throw call.exceeded(Phase.WAITING_FOR_RESPONSE, null);
    }
    if (cancelReason == CancelReason.CLOSED
        || (client == null && !(failure instanceof InterruptedException))) {
      throw new UnavailableException(
          Optional.of(call.sessionId()), UnavailableException.Reason.CLOSED, null);
    }
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(Optional.of(call.sessionId()));
    }
    if (failure instanceof RunResultsException known) {
      throw known;
    }
    return failure instanceof IOException io ? io : new IOException(failure);
  }

  /** Ends calls under way, and the threads that are this transport's own. */
  @Override
  public void close() {
    HttpClient open = client;
    client = null;
    exchanges.close();
    if (ownExecutor != null) {
      ownExecutor.shutdownNow();
    }
    if (open != null) {
      JdkClient.shutDown(open);
    }
  }
}
