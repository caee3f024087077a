package io.cloudcruise.feign;

import io.cloudcruise.feign.Exchange.Abortion;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The calls under way, and a look at them from time to time.
 *
 * <p>The JDK's client has a timeout of its own, but starts it anew when it sends a request again,
 * and not at all while its executor is busy. So what is late is ended from here. A look is due when
 * the oldest call would be late, and since all calls are allowed the same time, none is late before
 * that: as long as calls come, there is one look for each span of that time, whatever their number.
 */
final class Exchanges {
  private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean lookIsDue = new AtomicBoolean();

  void add(Exchange exchange) {
    underWay.add(exchange);
    if (lookIsDue.compareAndSet(false, true)) {
      lookIn(exchange.nanosUntilLate());
    }
  }

  void remove(Exchange exchange) {
    underWay.remove(exchange);
  }

  void close() {
    underWay.forEach(exchange -> exchange.abort(Abortion.CLOSED));
  }

  private void lookIn(long nanos) {
    CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, Runnable::run)
        .execute(this::look);
  }

  private void look() {
    underWay.forEach(Exchange::abortIfLate);
    OptionalLong next = underWay.stream().mapToLong(Exchange::nanosUntilLate).min();
    if (next.isPresent()) {
      lookIn(next.getAsLong());
      return;
    }
    lookIsDue.set(false);
    if (!underWay.isEmpty() && lookIsDue.compareAndSet(false, true)) {
      look(); // one came in between
    }
  }
}
