package io.cloudcruise.feign;

import io.cloudcruise.core.port.ContractViolation;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to a ceiling. The body of a refusal is only ever a hint, so whatever becomes
 * of it, over the ceiling or cut off, it ends as an empty one, for the status has said enough.
 */
final class AnswerBytes implements BodySubscriber<byte[]> {
  private static final byte[] NOTHING = {};

  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final List<ByteBuffer> received = new ArrayList<>();
  private final int status;
  private final boolean onlyAHint;
  private final int ceiling;
  private int total;
  private @Nullable Subscription subscription;

  AnswerBytes(int status, Limits limits) {
    this.status = status;
    this.onlyAHint = !HttpStatus.isSuccess(status);
    this.ceiling = onlyAHint ? limits.errorBytes() : limits.answerBytes();
  }

  /**
   * Ends the wait for a body that is only a hint.
   *
   * @return whether it is only a hint
   */
  boolean endNow() {
    if (onlyAHint) {
      body.complete(NOTHING);
    }
    return onlyAHint;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription newSubscription) {
    subscription = newSubscription;
    newSubscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (buffer.remaining() > ceiling - total) {
        refuse();
        return;
      }
      total += buffer.remaining();
      received.add(buffer);
    }
  }

  private void refuse() {
    if (subscription != null) {
      subscription.cancel();
    }
    received.clear();
    fail(new CeilingExceeded(status, ceiling));
  }

  @Override
  public void onError(Throwable failure) {
    fail(failure);
  }

  private void fail(Throwable failure) {
    if (!endNow()) {
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
  static final class CeilingExceeded extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final int ceiling;

    CeilingExceeded(int status, int ceiling) {
      this.status = status;
      this.ceiling = ceiling;
    }

    ContractViolation violation(Call call) {
      return Origin.of(call, status).violation("", "at most " + ceiling + " bytes", "more");
    }
  }
}
