package io.cloudcruise.artifact;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands a body over from the client's thread to the caller's, a bounded number of pieces ahead. So
 * memory stays the same however large the body is, and the caller waits no longer than it says.
 */
final class ByteStream implements BodySubscriber<ByteStream> {
  private static final int PIECES_AHEAD = 16;

  private final BlockingDeque<Piece> pieces = new LinkedBlockingDeque<>();
  private @Nullable Subscription subscription;
  private boolean cancelled;

  /** Bytes, or the end of them. */
  record Piece(List<ByteBuffer> bytes, boolean last, @Nullable Throwable failure) {
    static Piece of(List<ByteBuffer> bytes) {
      return new Piece(bytes, false, null);
    }

    static Piece end(@Nullable Throwable failure) {
      return new Piece(List.of(), true, failure);
    }
  }

  /** Answers at once, so that the body is read while it comes. */
  @Override
  public CompletionStage<ByteStream> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Subscription newSubscription) {
    synchronized (this) {
      subscription = newSubscription;
      if (cancelled) {
        newSubscription.cancel();
        return;
      }
    }
    newSubscription.request(PIECES_AHEAD);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    pieces.add(Piece.of(bytes));
  }

  @Override
  public void onError(Throwable failure) {
    pieces.add(Piece.end(failure));
  }

  @Override
  public void onComplete() {
    pieces.add(Piece.end(null));
  }

  /**
   * Waits for the next bytes.
   *
   * @return null once all have come
   * @throws IdleTimeoutException if none come in time
   * @throws IOException if the connection broke
   */
  @Nullable List<ByteBuffer> next(long idleNanos) throws IOException, InterruptedException {
    Piece piece = pieces.poll(idleNanos, TimeUnit.NANOSECONDS);
    if (piece == null) {
      throw new IdleTimeoutException();
    }
    if (piece.failure() != null) {
      throw piece.failure() instanceof IOException io ? io : new IOException(piece.failure());
    }
    if (piece.last()) {
      return null;
    }
    requestOne();
    return piece.bytes();
  }

  private synchronized void requestOne() {
    if (subscription != null && !cancelled) {
      subscription.request(1);
    }
  }

  /** Takes no more, whether or not all has come. */
  synchronized void cancel() {
    cancelled = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  /** Ends the stream from elsewhere, whatever is still to be read. */
  void breakOff() {
    cancel();
    pieces.addFirst(Piece.end(new IOException("closed")));
  }

  /** Nothing came for too long. */
  static final class IdleTimeoutException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
