package io.cloudcruise.feign;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.time.Deadline;
import io.cloudcruise.feign.Exchange.CancelReason;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExchangesTest {
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration MARGIN = Duration.ofMillis(300);

  private final Exchanges exchanges = new Exchanges();

  /** Waits until somebody wakes it up. */
  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException woken) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@return why a call that does not end by itself is ended} */
  private CancelReason ended(Duration allowed) {
    Exchange exchange = new Exchange(Deadline.in(allowed));
    exchanges.add(exchange);
    hang();
    exchanges.remove(exchange);
    return Objects.requireNonNull(exchange.end());
  }

  @Test
  void whatIsLateIsEnded() {
    assertThat(ended(SHORT)).isEqualTo(CancelReason.LATE);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void whatIsLateIsEndedAgainAndAgain() {
    for (int call = 0; call < 3; call++) {
      assertThat(ended(SHORT)).isEqualTo(CancelReason.LATE);
    }
  }

  @Test
  void whatIsLateIsEndedThoughNothingWasUnderWayAtTheLastPoll() {
    Exchange early = new Exchange(Deadline.in(SHORT));
    exchanges.add(early);
    exchanges.remove(early);
    early.end();
    // Long after the look is due, on the one thread of the JDK's that also does the looking.
    CompletableFuture.runAsync(
            () -> {},
            CompletableFuture.delayedExecutor(
                early.nanosUntilLate() + MARGIN.toNanos(), TimeUnit.NANOSECONDS, Runnable::run))
        .join();

    assertThat(ended(SHORT)).isEqualTo(CancelReason.LATE);
  }

  @Test
  void whatIsLateLaterIsEndedThen() throws Exception {
    Exchange first = new Exchange(Deadline.in(SHORT));
    exchanges.add(first);
    FutureTask<CancelReason> other = new FutureTask<>(() -> ended(MARGIN));
    Thread caller = new Thread(other);
    caller.setDaemon(true);
    caller.start();
    hang();
    exchanges.remove(first);
    first.end();

    assertThat(other.get(20, TimeUnit.SECONDS)).isEqualTo(CancelReason.LATE);
  }

  @Test
  void whatIsNotLateGoesOn() {
    Exchange onTime = new Exchange(Deadline.in(LONG));
    exchanges.add(onTime);
    onTime.abortIfLate();

    assertThat(onTime.end()).isNull();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void anInterruptOfTheApplicationsIsKept() {
    Exchange neverEnded = new Exchange(Deadline.in(LONG));
    Thread.currentThread().interrupt();
    neverEnded.end();
    assertThat(Thread.interrupted()).isTrue();

    Exchange ended = new Exchange(Deadline.in(LONG));
    ended.abort(CancelReason.CLOSED);
    assertThat(ended.end()).isEqualTo(CancelReason.CLOSED);
    Thread.currentThread().interrupt();
    assertThat(ended.end()).isEqualTo(CancelReason.CLOSED);
    assertThat(Thread.interrupted()).isTrue();
  }
}
