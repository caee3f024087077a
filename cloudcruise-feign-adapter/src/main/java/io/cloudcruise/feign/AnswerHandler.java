package io.cloudcruise.feign;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/** Takes in one answer: the body of a success whole, that of a refusal if it comes. */
final class AnswerHandler implements BodyHandler<byte[]> {
  private final Limits limits;
  private volatile @Nullable AnswerBytes body;

  AnswerHandler(Limits limits) {
    this.limits = limits;
  }

  @Override
  public BodySubscriber<byte[]> apply(ResponseInfo info) {
    AnswerBytes subscriber = new AnswerBytes(info.statusCode(), limits);
    body = subscriber;
    return subscriber;
  }

  /** Whether status and headers have come. */
  boolean hasBegun() {
    return body != null;
  }

  /**
   * Ends the wait for a body that is only a hint.
   *
   * @return whether the answer is complete by that
   */
  boolean endNow() {
    AnswerBytes begun = body;
    return begun != null && begun.endNow();
  }
}
