package io.cloudcruise.feign;

import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to a ceiling. The body of an error response is only ever a hint, so whatever
 * becomes of it, over the ceiling or cut off, it ends as an empty one, for the status has said
 * enough.
 */
final class ResponseBytes implements BodySubscriber<ResponseBytes> {
  private static final byte[] NOTHING = {};
  private static final int MANY = 64;
  private static final int SMALL = 1 << 10;
  private static final int BLOCK = 16 << 10;
  private static final ByteBuffer NO_BLOCK = ByteBuffer.allocate(0);

  /** How long to wait at most for a body that is only a hint. */
  private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final List<ByteBuffer> received = new ArrayList<>();
  private final int status;
  private final boolean onlyAHint;
  private final int ceiling;
  private final long stated;
  private int total;
  private ByteBuffer block = NO_BLOCK;
  private volatile @Nullable Subscription subscription;

  ResponseBytes(ResponseInfo info, int maxResponseBytes, int maxErrorBytes) {
    this.status = info.statusCode();
    this.stated = info.headers().firstValueAsLong("Content-Length").orElse(0);
    this.onlyAHint = !isSuccess(status);
    this.ceiling = onlyAHint ? maxErrorBytes : maxResponseBytes;
  }

  static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }

  /** Answers at once, so that whoever sends the request can do the waiting, with a limit. */
  @Override
  public CompletionStage<ResponseBytes> getBody() {
    return CompletableFuture.completedStage(this);
  }

  /** Waits for the body, until the call's time is up. */
  byte[] await(Call call) throws IOException, InterruptedException {
    try {
      long left = call.deadline().nanosLeft();
      return body.get(onlyAHint ? Math.min(left, MAX_WAIT_NANOS) : left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      if (onlyAHint) {
        return NOTHING;
      }
      throw call.exceeded(Phase.READING_RESPONSE, null);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof IOException io ? io : new IOException(failure.getCause());
    } finally {
      giveUp(); // what is complete stays so
    }
  }

  /** Ends it, unless it is complete; one that has not begun ends when it does. */
  void giveUp() {
    if (body.cancel(false)) {
      cancel();
    }
  }

  private void cancel() {
    Subscription begun = subscription;
    if (begun != null) {
      begun.cancel();
    }
  }

  @Override
  public void onSubscribe(Subscription newSubscription) {
    subscription = newSubscription;
    newSubscription.request(Long.MAX_VALUE);
    if (body.isDone()) {
      newSubscription.cancel(); // it was given up before it began
    } else if (stated > ceiling) {
      refuse(); // whether or not it ever comes
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (body.isDone()) {
      return; // refused, or given up
    }
    for (ByteBuffer buffer : buffers) {
      if (buffer.remaining() > ceiling - total) {
        refuse();
        return;
      }
      total += buffer.remaining();
      keep(buffer);
    }
  }

  /** Many a small buffer would take more memory than what it holds, so these are put together. */
  private void keep(ByteBuffer buffer) {
    if (received.size() < MANY || buffer.remaining() >= SMALL) {
      received.add(buffer);
      block = NO_BLOCK;
      return;
    }
    if (block.capacity() - block.limit() < buffer.remaining()) {
      block = ByteBuffer.allocate(BLOCK).limit(0);
      received.add(block);
    }
    int end = block.limit();
    int length = buffer.remaining();
    block.limit(end + length).put(end, buffer, buffer.position(), length);
  }

  private void refuse() {
    cancel();
    received.clear();
    fail(new LimitExceededException(status, ceiling));
  }

  @Override
  public void onError(Throwable failure) {
    fail(failure);
  }

  private void fail(Throwable failure) {
    if (onlyAHint) {
      body.complete(NOTHING);
    } else {
      body.completeExceptionally(failure);
    }
  }

  @Override
  public void onComplete() {
    byte[] all = new byte[total];
    int at = 0;
    for (ByteBuffer buffer : received) {
      int length = buffer.remaining();
      buffer.get(all, at, length);
      at += length;
    }
    body.complete(all);
  }

  /** More bytes came than are taken in. */
  static final class LimitExceededException extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final int ceiling;

    LimitExceededException(int status, int ceiling) {
      this.status = status;
      this.ceiling = ceiling;
    }

    ContractViolationException violation(Call call) {
      return new ContractViolationException(
          Optional.of(call.sessionId()),
          OptionalInt.of(status),
          "",
          "at most " + ceiling + " bytes",
          "more");
    }
  }
}
