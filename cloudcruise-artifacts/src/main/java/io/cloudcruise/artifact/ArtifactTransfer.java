package io.cloudcruise.artifact;

import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactReceiver;
import io.cloudcruise.core.port.ArtifactRequest;
import io.cloudcruise.core.time.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One fetch under way: its redirects, its bytes, and its end, from here or from elsewhere. */
final class ArtifactTransfer {
  private static final int MOST_REDIRECTS = 3;

  private final HttpClient client;
  private final UrlPolicy targets;
  private final ArtifactRequest request;
  private final Deadline deadline;
  private final long idleNanos;
  private volatile @Nullable ByteStream body;
  private volatile @Nullable Future<?> pending;
  private volatile boolean closed;

  /**
   * Prepares a fetch.
   *
   * @param maxWait how long storage may be silent
   */
  ArtifactTransfer(
      HttpClient client, UrlPolicy targets, ArtifactRequest request, Duration maxWait) {
    this.client = client;
    this.targets = targets;
    this.request = request;
    this.deadline = Deadline.in(request.deadline());
    this.idleNanos = maxWait.toNanos();
  }

  void run(ArtifactReceiver receiver) throws IOException, InterruptedException {
    URI target = targets.first(request.url());
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      targets.check(request.url(), target, addresses(target));
      Optional<String> elsewhere = exchange(target, receiver);
      if (elsewhere.isEmpty()) {
        return;
      }
      target = targets.next(request.url(), target, elsewhere.get());
    }
    throw UrlPolicy.unsafe(request.url(), "it redirects more than thrice");
  }

  /** Looked up by another thread, because one that looks up cannot be woken. */
  private List<InetAddress> addresses(URI target) throws IOException, InterruptedException {
    FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> targets.addresses(target));
    return await(
        () -> {
          client.executor().orElseThrow().execute(lookup);
          return lookup;
        });
  }

  /** {@return where else to ask, unless the artifact was there} */
  private Optional<String> exchange(URI target, ArtifactReceiver receiver)
      throws IOException, InterruptedException {
    ByteStream stream = new ByteStream();
    body = stream;
    try {
      HttpRequest what = httpRequest(target);
      HttpResponse<?> response = await(() -> client.sendAsync(what, unused -> stream));
      Optional<String> elsewhere = redirect(response);
      if (elsewhere.isEmpty()) {
        receive(response, stream, receiver);
      }
      return elsewhere;
    } finally {
      stream.cancel();
    }
  }

  private static Optional<String> redirect(HttpResponse<?> response) {
    return switch (response.statusCode()) {
      case 301, 302, 303, 307, 308 -> response.headers().firstValue("Location");
      default -> Optional.empty();
    };
  }

  /** Nothing goes along but what is written here: no key, no cookie, no referrer. */
  private HttpRequest httpRequest(URI target) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(target).header("Accept-Encoding", "identity");
    request
        .version()
        .ifPresent(
            version ->
                builder
                    .header("Range", "bytes=" + request.from() + "-")
                    .header("If-Range", version));
    return builder.build();
  }

  private <T> T await(Supplier<Future<T>> start) throws IOException, InterruptedException {
    Future<T> started = begin(start);
    try {
      return started.get(waitNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException silent) {
      throw tooLate();
    } catch (CancellationException brokenOff) {
      throw new IOException("closed");
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof IOException io ? io : new IOException(failure.getCause());
    } finally {
      started.cancel(true); // what is complete stays so
    }
  }

  /** Holds no lock, for an executor may run what it is given on this thread. */
  private <T> Future<T> begin(Supplier<Future<T>> start) throws IOException, InterruptedException {
    if (closed) {
      throw new IOException("closed");
    }
    if (Thread.interrupted()) {
      throw new InterruptedException(); // or it would be sent, and then given up
    }
    try {
      Future<T> started = start.get();
      pending = started;
      if (closed) {
        started.cancel(true);
      }
      return started;
    } catch (RejectedExecutionException noThread) {
      throw new IOException(noThread);
    }
  }

  private void receive(HttpResponse<?> response, ByteStream stream, ArtifactReceiver receiver)
      throws IOException, InterruptedException {
    ArtifactHead head = ArtifactHeads.read(request, response);
    receiver.begin(head);
    if (response.statusCode() == ArtifactHeads.NOTHING_LEFT) {
      return;
    }
    long room = request.maxBytes() - head.from();
    for (List<ByteBuffer> piece = next(stream); piece != null; piece = next(stream)) {
      for (ByteBuffer bytes : piece) {
        room -= bytes.remaining();
        if (room < 0) {
          throw ArtifactHeads.tooLarge(request);
        }
        receiver.receive(bytes);
      }
    }
  }

  private @Nullable List<ByteBuffer> next(ByteStream body)
      throws IOException, InterruptedException {
    if (deadline.isOver()) {
      throw tooLate(); // however much is there already
    }
    try {
      return body.next(waitNanos());
    } catch (ByteStream.IdleTimeoutException silent) {
      throw tooLate();
    }
  }

  /** {@return how long to wait for whatever comes next} */
  private long waitNanos() {
    return Math.min(idleNanos, deadline.nanosLeft());
  }

  private ArtifactException tooLate() {
    return deadline.isOver()
        ? new ArtifactException(
            Reason.TIME_IS_UP, request.url(), "the deadline was " + request.deadline(), null)
        : new ArtifactException(
            Reason.BROKEN, request.url(), "nothing came for " + Duration.ofNanos(idleNanos), null);
  }

  /** Ends the fetch from elsewhere. */
  void breakOff() {
    closed = true;
    Future<?> waitedFor = pending;
    if (waitedFor != null) {
      waitedFor.cancel(true);
    }
    ByteStream read = body;
    if (read != null) {
      read.breakOff();
    }
  }
}
