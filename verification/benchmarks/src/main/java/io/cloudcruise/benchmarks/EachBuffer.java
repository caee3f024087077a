package io.cloudcruise.benchmarks;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;

/** Hands every buffer of a body on, on the client's thread. Failures are the client's to tell. */
record EachBuffer(Consumer<ByteBuffer> consumer) implements Subscriber<List<ByteBuffer>> {
  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    bytes.forEach(consumer);
  }

  @Override
  public void onError(Throwable failure) {}

  @Override
  public void onComplete() {}
}
