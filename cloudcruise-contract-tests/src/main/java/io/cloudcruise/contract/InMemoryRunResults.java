package io.cloudcruise.contract;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A platform in memory, for testing an application without a network: it holds what it is given,
 * and fails or takes its time when it is told to. It keeps every promise of the port. Thread-safe;
 * a call under way sees what was set before the moment it is answered.
 */
public final class InMemoryRunResults implements RunResultsPort {
  private static final long FOR_EVER = Long.MAX_VALUE;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition paceChanged = lock.newCondition();
  private final Map<SessionId, Deque<RunResults>> runs = new HashMap<>();
  private final List<SessionId> calls = new ArrayList<>();
  private @Nullable Function<SessionId, RunResultsException> failure;
  private long failuresLeft;
  private long delayNanos;

  /** Creates a platform that knows no run. */
  public InMemoryRunResults() {}

  /**
   * Holds a run, in place of whatever was held under its session id.
   *
   * @param run the results to answer with
   */
  public void put(RunResults run) {
    put(run.sessionId(), run);
  }

  /**
   * Holds a run that moves: each call responds with the next results, and all further ones with the
   * last.
   *
   * @param sessionId names the run, whatever session ids the results have
   * @param first what the first call answers
   * @param then what the calls after it answer
   */
  public void put(SessionId sessionId, RunResults first, RunResults... then) {
    Deque<RunResults> inTurn = new ArrayDeque<>();
    inTurn.add(TestRuns.ofRun(sessionId, first));
    Arrays.stream(then).map(run -> TestRuns.ofRun(sessionId, run)).forEach(inTurn::add);
    change(() -> runs.put(sessionId, inTurn));
  }

  /**
   * Forgets a run.
   *
   * @param sessionId names the run
   */
  public void remove(SessionId sessionId) {
    change(() -> runs.remove(sessionId));
  }

  /**
   * Fails every call until {@link #stopFailing}.
   *
   * @param failure makes what is thrown, from the session id asked for, such as {@code id -> new
   *     RateLimitedException(id, 429, Optional.empty())}
   */
  public void failWith(Function<SessionId, RunResultsException> failure) {
    failNext(FOR_EVER, failure);
  }

  /**
   * Fails the next calls, and no call after them.
   *
   * @param howMany how many calls to fail
   * @param failure makes what is thrown, from the session id asked for
   */
  public void failNext(long howMany, Function<SessionId, RunResultsException> failure) {
    Objects.requireNonNull(failure, "failure");
    change(
        () -> {
          this.failure = failure;
          this.failuresLeft = howMany;
        });
  }

  /** Fails no call any longer. */
  public void stopFailing() {
    change(() -> failuresLeft = 0);
  }

  /**
   * Takes its time over every call, those under way included.
   *
   * @param delay how long each call waits before it ends; zero for no time
   */
  public void slow(Duration delay) {
    pace(delay.toNanos());
  }

  /** Lets no call end, other than by interruption, until {@link #release} or {@link #slow}. */
  public void hold() {
    pace(FOR_EVER);
  }

  /** Answers at once again, calls under way included. */
  public void release() {
    pace(0);
  }

  /** {@return the session ids asked for since the start, in the order of the calls} */
  public List<SessionId> calls() {
    lock.lock();
    try {
      return List.copyOf(calls);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<RunResults> find(SessionId sessionId) {
    Objects.requireNonNull(sessionId, "sessionId");
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      throw interrupted(sessionId);
    }
    try {
      calls.add(sessionId);
      takeTime();
      return response(sessionId);
    } catch (InterruptedException e) {
      throw interrupted(sessionId);
    } finally {
      lock.unlock();
    }
  }

  private static CallInterruptedException interrupted(SessionId sessionId) {
    Thread.currentThread().interrupt();
    return new CallInterruptedException(Optional.of(sessionId));
  }

  private void takeTime() throws InterruptedException {
    long start = System.nanoTime();
    for (long left = delayNanos; left > 0; left = delayNanos - (System.nanoTime() - start)) {
      paceChanged.awaitNanos(left);
    }
  }

  private Optional<RunResults> response(SessionId sessionId) {
    if (failure != null && failuresLeft > 0) {
      failuresLeft--;
      throw failure.apply(sessionId);
    }
    Deque<RunResults> inTurn = runs.getOrDefault(sessionId, new ArrayDeque<>());
    return Optional.ofNullable(inTurn.size() > 1 ? inTurn.poll() : inTurn.peek());
  }

  private void pace(long nanos) {
    change(
        () -> {
          delayNanos = nanos;
          paceChanged.signalAll();
        });
  }

  private void change(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }
}
