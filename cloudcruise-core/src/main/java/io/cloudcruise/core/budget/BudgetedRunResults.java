package io.cloudcruise.core.budget;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.CallInterrupted;
import io.cloudcruise.core.port.RateBudget;
import io.cloudcruise.core.port.RateLimited;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.time.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A port that asks only when the budget grants it. Callers are served in the order in which they
 * came. Who would have to wait for too long is told so by {@link RateLimited}, and nothing is sent.
 * It holds the calling thread while it waits. Thread-safe if the port is.
 */
public final class BudgetedRunResults implements RunResultsPort {
  private final RunResultsPort port;
  private final RateBudget budget;
  private final Duration patience;
  private final Timer timer;
  private final ReentrantLock turn = new ReentrantLock(true);

  /**
   * Puts a budget before a port.
   *
   * @param port asks
   * @param budget grants
   * @param patience how long a caller may be kept waiting
   * @param timer lets time pass
   */
  public BudgetedRunResults(
      RunResultsPort port, RateBudget budget, Duration patience, Timer timer) {
    this.port = Objects.requireNonNull(port, "port");
    this.budget = Objects.requireNonNull(budget, "budget");
    this.patience = Objects.requireNonNull(patience, "patience");
    this.timer = Objects.requireNonNull(timer, "timer");
  }

  @Override
  public Optional<RunResults> find(SessionId sessionId) {
    Objects.requireNonNull(sessionId, "sessionId");
    awaitTurn(sessionId);
    try {
      return port.find(sessionId);
    } catch (RateLimited refusal) {
      budget.refused(refusal.retryAfter());
      throw refusal;
    }
  }

  private void awaitTurn(SessionId sessionId) {
    try {
      awaitGrant(sessionId);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterrupted(sessionId);
    }
  }

  private void awaitGrant(SessionId sessionId) throws InterruptedException {
    long start = timer.nanos();
    if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new RateLimited(sessionId, Optional.empty());
    }
    try {
      Duration wait = budget.take();
      while (!wait.isZero()) {
        if (wait.compareTo(patience.minusNanos(timer.nanos() - start)) > 0) {
          throw new RateLimited(sessionId, Optional.of(wait));
        }
        timer.sleep(wait);
        wait = budget.take();
      }
    } finally {
      turn.unlock();
    }
  }
}
