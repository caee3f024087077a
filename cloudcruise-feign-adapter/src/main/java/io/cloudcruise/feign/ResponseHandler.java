package io.cloudcruise.feign;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what an exchange has brought. When a connection breaks or a caller is interrupted, the
 * JDK's client may forget the status that has come, and go on with the body that nobody reads.
 */
final class ResponseHandler implements BodyHandler<ResponseBytes> {
  private final int maxResponseBytes;
  private final int maxErrorBytes;
  private @Nullable ResponseInfo head;
  private @Nullable ResponseBytes body;
  private boolean over;

  ResponseHandler(int maxResponseBytes, int maxErrorBytes) {
    this.maxResponseBytes = maxResponseBytes;
    this.maxErrorBytes = maxErrorBytes;
  }

  @Override
  public synchronized ResponseBytes apply(ResponseInfo info) {
    ResponseBytes begun = new ResponseBytes(info, maxResponseBytes, maxErrorBytes);
    head = info;
    body = begun;
    if (over) {
      begun.giveUp();
    }
    return begun;
  }

  /** {@return the head of the response; null if none has come} */
  synchronized @Nullable ResponseInfo head() {
    return head;
  }

  /** Ends a body that is not complete, also if it has yet to begin. */
  synchronized void giveUp() {
    over = true;
    if (body != null) {
      body.giveUp();
    }
  }
}
