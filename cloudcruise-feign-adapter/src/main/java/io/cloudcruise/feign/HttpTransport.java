package io.cloudcruise.feign;

import feign.Client;
import feign.Request;
import feign.Response;
import io.cloudcruise.core.port.CallInterrupted;
import io.cloudcruise.core.port.DeadlineExceeded.Phase;
import io.cloudcruise.core.port.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The default transport: one JDK client, which never follows a redirect, and one deadline from the
 * first byte out to the last byte in.
 *
 * <p>The JDK client sends a GET once more by itself if a connection, fresh or pooled, breaks before
 * any of the answer has come. That may stand: reading results changes nothing, and the deadline
 * covers both.
 */
final class HttpTransport implements Client, AutoCloseable {
  /**
   * How long after the deadline the JDK client may take to report its own timeout, which says
   * whether a connection had come about.
   */
  private static final Duration GRACE = Duration.ofMillis(250);

  private final Limits limits;
  private final @Nullable ExecutorService ownExecutor;
  private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();

  /** Null once closed, so that it can be collected: on Java 17 only that ends its selector. */
  private volatile @Nullable HttpClient client;

  /**
   * Builds the one client.
   *
   * @param base what the caller configured
   * @param executor the caller's executor; null for one of this transport's own
   */
  HttpTransport(HttpClient.Builder base, @Nullable Executor executor, Limits limits) {
    this.limits = limits;
    ownExecutor = executor == null ? Executors.newCachedThreadPool(HttpTransport::thread) : null;
    client =
        base.followRedirects(HttpClient.Redirect.NEVER)
            .executor(executor == null ? ownExecutor : executor)
            .build();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "cloudcruise-http");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Call call = (Call) options;
    AnswerHandler answer = new AnswerHandler(limits);
    HttpResponse<byte[]> response = exchange(httpRequest(request, call), answer, call);
    return Response.builder()
        .status(response.statusCode())
        .headers(headers(response))
        .request(request)
        .body(new KnownBody(ContentCoding.decode(response, limits, call)))
        .build();
  }

  private static HttpRequest httpRequest(Request request, Call call) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(request.url()))
            .timeout(Duration.ofNanos(Math.max(1, call.deadline().nanosLeft())))
            .header("Accept-Encoding", ContentCoding.GZIP);
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.build();
  }

  @SuppressWarnings("CollectionUndefinedEquality") // this future, not one like it
  private HttpResponse<byte[]> exchange(HttpRequest request, AnswerHandler answer, Call call)
      throws IOException {
    HttpClient open = client;
    if (open == null) {
      throw new IllegalStateException("the adapter is closed");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CallInterrupted(call.sessionId());
    }
    CompletableFuture<HttpResponse<byte[]>> future = send(open, request, answer);
    underWay.add(future);
    try {
      return client == null ? cancelled(call) : await(future, answer, call);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new CallInterrupted(call.sessionId());
    } catch (CancellationException closed) {
      return cancelled(call);
    } catch (ExecutionException failure) {
      if (client == null) {
        return cancelled(call); // the client fails in many ways when it loses its threads
      }
      throw failure.getCause() instanceof IOException io ? io : new IOException(failure.getCause());
    } finally {
      underWay.remove(future);
      future.cancel(true);
    }
  }

  private static CompletableFuture<HttpResponse<byte[]>> send(
      HttpClient open, HttpRequest request, AnswerHandler answer) {
    try {
      return open.sendAsync(request, answer);
    } catch (RejectedExecutionException noThread) {
      return CompletableFuture.failedFuture(noThread);
    }
  }

  private static HttpResponse<byte[]> cancelled(Call call) {
    throw new Unavailable(call.sessionId(), Unavailable.Reason.CLOSED, null);
  }

  private static HttpResponse<byte[]> await(
      CompletableFuture<HttpResponse<byte[]>> future, AnswerHandler answer, Call call)
      throws InterruptedException, ExecutionException {
    try {
      return future.get(call.deadline().nanosLeft(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      boolean begun = answer.hasBegun();
      if (begun && !answer.endNow()) {
        throw call.exceeded(Phase.READING_ANSWER, null);
      }
      return awaitWord(future, begun ? Phase.READING_ANSWER : Phase.WAITING_FOR_ANSWER, call);
    }
  }

  private static HttpResponse<byte[]> awaitWord(
      CompletableFuture<HttpResponse<byte[]>> future, Phase phase, Call call)
      throws InterruptedException, ExecutionException {
    try {
      return future.get(GRACE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException noWord) {
      throw call.exceeded(phase, null);
    }
  }

  private static Map<String, Collection<String>> headers(HttpResponse<byte[]> response) {
    return HttpStatus.isSuccess(response.statusCode()) ? Map.of() : copy(response.headers());
  }

  private static Map<String, Collection<String>> copy(HttpHeaders headers) {
    return Collections.unmodifiableMap(new HashMap<>(headers.map()));
  }

  /** Ends calls under way, and the threads that are this transport's own. */
  @Override
  public void close() {
    HttpClient open = client;
    client = null;
    underWay.forEach(future -> future.cancel(true));
    if (ownExecutor != null) {
      ownExecutor.shutdownNow();
    }
    if (open instanceof AutoCloseable closeable) { // since Java 21
      close(closeable);
    }
  }

  private static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception neverDeclared) {
      throw new IllegalStateException(neverDeclared);
    }
  }
}
