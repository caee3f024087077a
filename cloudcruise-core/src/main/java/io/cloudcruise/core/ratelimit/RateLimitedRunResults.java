package io.cloudcruise.core.ratelimit;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.time.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A port that asks only when the rate limiter grants it. Callers are served in the order in which
 * they came. Who would have to wait for too long is told so by {@link RateLimitedException}, and
 * nothing is sent. It holds the calling thread while it waits. Thread-safe if the port is.
 */
public final class RateLimitedRunResults implements RunResultsPort {
  private final RunResultsPort port;
  private final RateLimiter limiter;
  private final Duration maxWait;
  private final Timer timer;
  private final ReentrantLock turn = new ReentrantLock(true);

  /**
   * Puts a budget before a port.
   *
   * @param port asks
   * @param limiter grants
   * @param maxWait how long a caller may be kept waiting
   * @param timer lets time pass
   */
  public RateLimitedRunResults(
      RunResultsPort port, RateLimiter limiter, Duration maxWait, Timer timer) {
    this.port = Objects.requireNonNull(port, "port");
    this.limiter = Objects.requireNonNull(limiter, "limiter");
    this.maxWait = Objects.requireNonNull(maxWait, "patience");
    this.timer = Objects.requireNonNull(timer, "timer");
  }

  @Override
  public Optional<RunResults> find(SessionId sessionId) {
    Objects.requireNonNull(sessionId, "sessionId");
    awaitTurn(sessionId);
    try {
      return port.find(sessionId);
    } catch (RateLimitedException refusal) {
      limiter.onRateLimited(refusal.retryAfter());
      throw refusal;
    }
  }

  private void awaitTurn(SessionId sessionId) {
    try {
      awaitGrant(sessionId);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(sessionId);
    }
  }

  private void awaitGrant(SessionId sessionId) throws InterruptedException {
    long start = timer.nanos();
    if (!turn.tryLock(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new RateLimitedException(sessionId, Optional.empty());
    }
    try {
      Duration wait = limiter.tryAcquire();
      while (!wait.isZero()) {
        if (wait.compareTo(maxWait.minusNanos(timer.nanos() - start)) > 0) {
          throw new RateLimitedException(sessionId, Optional.of(wait));
        }
        timer.sleep(wait);
        wait = limiter.tryAcquire();
      }
    } finally {
      turn.unlock();
    }
  }
}
