package io.cloudcruise.feign;

import io.cloudcruise.feign.Exchange.CancelReason;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The calls under way, and a poll at them from time to time.
 *
 * <p>The JDK's client has a timeout of its own, but starts it anew when it sends a request again,
 * and not at all while its executor is busy. So what is late is ended from here. A poll is due when
 * the oldest call would be late, and since all calls are allowed the same time, none is late before
 * that: as long as calls come, there is one look for each span of that time, whatever their number.
 */
final class Exchanges {
  private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean pollIsDue = new AtomicBoolean();

  void add(Exchange exchange) {
    underWay.add(exchange);
    if (pollIsDue.compareAndSet(false, true)) {
      pollIn(exchange.nanosUntilLate());
    }
  }

  void remove(Exchange exchange) {
    underWay.remove(exchange);
  }

  void close() {
    underWay.forEach(exchange -> exchange.abort(CancelReason.CLOSED));
  }

  private void pollIn(long nanos) {
    CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, Runnable::run)
        .execute(this::poll);
  }

  private void poll() {
    underWay.forEach(Exchange::abortIfLate);
    OptionalLong next = underWay.stream().mapToLong(Exchange::nanosUntilLate).min();
    if (next.isPresent()) {
      pollIn(next.getAsLong());
      return;
    }
    pollIsDue.set(false);
    if (!underWay.isEmpty() && pollIsDue.compareAndSet(false, true)) {
      poll(); // one came in between
    }
  }
}
