package io.cloudcruise.core.wait;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.port.RunNotFoundException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import io.cloudcruise.core.ratelimit.RateWindow;
import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.core.time.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

// Longer than other files: half of it are options and forms of one method, each with its Javadoc.
/**
 * Waits for runs to end: one or many thousands, on a handful of threads, inside the rate limit of
 * the API key. It learns how long the runs of each workflow take, and polls when they are likely to
 * end. Thread-safe; one serves a whole application.
 *
 * <p>It polls at once, then again until the run has ended, needs a person, or the time is up. An
 * unknown status is waited on. Whatever a poll meets is handled as the policy's retries say,
 * without a thread that sleeps. {@code RunResultsDecorator} says what becomes of decorators of the
 * port.
 */
public final class RunWaiter implements AutoCloseable {
  private final WaitContext context;
  private final Runnable closing;
  private final Map<SessionId, Set<Wait>> waits = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private RunWaiter(WaitContext context, Runnable closing) {
    this.context = context;
    this.closing = closing;
  }

  /**
   * Prepares a waiter.
   *
   * @param port asks the platform
   * @return a builder with every option at its default
   */
  public static Builder builder(RunResultsPort port) {
    return new Builder(port);
  }

  /**
   * Waits for a run as {@link WaitPolicy#STANDARD} says, and holds the calling thread meanwhile.
   *
   * @param sessionId names the run
   * @return how the wait ended
   * @throws RunResultsException as {@link #await(SessionId, WaitPolicy)} says
   */
  public WaitOutcome await(SessionId sessionId) {
    return await(sessionId, WaitPolicy.STANDARD);
  }

  /**
   * Waits for a run for some time at most, and holds the calling thread meanwhile.
   *
   * @param sessionId names the run
   * @param timeout how long to wait at most
   * @return how the wait ended
   * @throws RunResultsException as {@link #await(SessionId, WaitPolicy)} says
   */
  public WaitOutcome await(SessionId sessionId, Duration timeout) {
    return await(sessionId, WaitPolicy.builder().timeout(timeout).build());
  }

  /**
   * Waits for a run, and holds the calling thread meanwhile.
   *
   * @param sessionId names the run
   * @param policy how to wait
   * @return how the wait ended
   * @throws RunNotFoundException if the platform knows no such run, once the grace is over
   * @throws CallInterruptedException if the calling thread is interrupted, which gives the wait up
   * @throws RunResultsException if the platform refuses, and asking again cannot help
   * @throws CancellationException if the waiter is closed meanwhile
   * @throws IllegalStateException if the waiter is closed
   */
  public WaitOutcome await(SessionId sessionId, WaitPolicy policy) {
    CompletableFuture<WaitOutcome> outcome = start(sessionId, policy);
    try {
      return outcome.get();
    } catch (InterruptedException e) {
      outcome.cancel(true);
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(Optional.of(sessionId));
    } catch (ExecutionException e) {
      throw unchecked(e);
    }
  }

  private static RuntimeException unchecked(ExecutionException e) {
    if (e.getCause() instanceof RuntimeException failure) {
      return failure;
    }
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(e);
  }

  /**
   * Waits for a run as {@link WaitPolicy#STANDARD} says, without a thread.
   *
   * @param sessionId names the run
   * @return what {@link #start(SessionId, WaitPolicy)} returns
   * @throws IllegalStateException if the waiter is closed
   */
  public CompletableFuture<WaitOutcome> start(SessionId sessionId) {
    return start(sessionId, WaitPolicy.STANDARD);
  }

  /**
   * Waits for a run for some time at most, without a thread.
   *
   * @param sessionId names the run
   * @param timeout how long to wait at most
   * @return what {@link #start(SessionId, WaitPolicy)} returns
   * @throws IllegalStateException if the waiter is closed
   */
  public CompletableFuture<WaitOutcome> start(SessionId sessionId, Duration timeout) {
    return start(sessionId, WaitPolicy.builder().timeout(timeout).build());
  }

  /**
   * Waits for a run without a thread.
   *
   * @param sessionId names the run
   * @param policy how to wait
   * @return completes with how the wait ended, or with what {@link #await} would throw. To cancel
   *     it gives the wait up, and interrupts a poll that is under way. What depends on it runs on
   *     the waiter's threads, and must be quick
   * @throws IllegalStateException if the waiter is closed
   */
  public CompletableFuture<WaitOutcome> start(SessionId sessionId, WaitPolicy policy) {
    if (closed) {
      throw new IllegalStateException("the waiter is closed");
    }
    Wait wait = new Wait(context, sessionId, policy);
    remember(sessionId, wait);
    wait.begin(() -> forget(sessionId, wait));
    return wait.outcome();
  }

  /**
   * Waits for many runs without a thread for each.
   *
   * @param sessionIds name the runs
   * @param policy how to wait for each of them
   * @return what {@link #start} returns for each of them, in their order
   */
  public Map<SessionId, CompletableFuture<WaitOutcome>> startAll(
      Collection<SessionId> sessionIds, WaitPolicy policy) {
    Map<SessionId, CompletableFuture<WaitOutcome>> outcomes = new LinkedHashMap<>();
    sessionIds.forEach(id -> outcomes.computeIfAbsent(id, each -> start(each, policy)));
    return outcomes;
  }

  private void remember(SessionId sessionId, Wait wait) {
    waits.compute(
        sessionId,
        (id, all) -> {
          Set<Wait> together = all == null ? ConcurrentHashMap.newKeySet() : all;
          together.add(wait);
          return together;
        });
  }

  private void forget(SessionId sessionId, Wait wait) {
    waits.computeIfPresent(
        sessionId,
        (id, all) -> {
          all.remove(wait);
          return all.isEmpty() ? null : all;
        });
  }

  /**
   * Looks at a run now instead of at its time, because something has happened to it: what whoever
   * receives the platform's notifications calls. Does nothing if nobody waits for the run.
   *
   * @param sessionId names the run
   */
  public void pollNow(SessionId sessionId) {
    waits.getOrDefault(sessionId, Set.of()).forEach(Wait::pollNow);
  }

  /** Gives every wait up, and lets go of the threads that it started itself. */
  @Override
  public void close() {
    closed = true;
    waits.values().forEach(all -> all.forEach(wait -> wait.outcome().cancel(true)));
    closing.run();
  }

  /** Options. Not thread-safe. */
  public static final class Builder {
    private final RunResultsPort port;
    private int concurrency = 8;
    private WaitListener listener = WaitListener.NONE;
    private DurationStatistics statistics = new DurationStatistics();
    private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    private @Nullable RateLimiter limiter;
    private @Nullable Timer timer;
    private @Nullable Executor executor;

    private Builder(RunResultsPort port) {
      this.port = Objects.requireNonNull(port, "port");
    }

    /**
     * Bounds how many polls are made at once.
     *
     * @param value how many; 8 by default
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder concurrency(int value) {
      if (value < 1) {
        throw new IllegalArgumentException("needs at least one poll at a time, got " + value);
      }
      concurrency = value;
      return this;
    }

    /**
     * Sets what keeps the polls inside the rate limit. Give all that use one API key the same one.
     *
     * @param value the rate limiter; by default one of the documented limits for this waiter alone
     * @return this builder
     */
    public Builder rateLimiter(RateLimiter value) {
      limiter = Objects.requireNonNull(value, "rateLimiter");
      return this;
    }

    /**
     * Sets who hears how waits go on.
     *
     * @param value the listener
     * @return this builder
     */
    public Builder listener(WaitListener value) {
      listener = Objects.requireNonNull(value, "listener");
      return this;
    }

    /**
     * Sets what is known of how long runs take, which the waiter adds to.
     *
     * @param value the statistics; by default nothing is known yet
     * @return this builder
     */
    public Builder statistics(DurationStatistics value) {
      statistics = Objects.requireNonNull(value, "statistics");
      return this;
    }

    /**
     * Sets where time comes from.
     *
     * @param value the timer, which is not closed with the waiter; the machine's by default
     * @return this builder
     */
    public Builder timer(Timer value) {
      timer = Objects.requireNonNull(value, "timer");
      return this;
    }

    /**
     * Sets what runs the polls.
     *
     * @param value the executor, which is not shut down with the waiter; by default a few daemon
     *     threads that end when they have nothing to do
     * @return this builder
     */
    public Builder executor(Executor value) {
      executor = Objects.requireNonNull(value, "executor");
      return this;
    }

    /**
     * Sets where randomness comes from.
     *
     * @param value a thread-safe generator
     * @return this builder
     */
    public Builder random(RandomGenerator value) {
      random = Objects.requireNonNull(value, "random");
      return this;
    }

    /** {@return the waiter} */
    public RunWaiter build() {
      List<Runnable> closing = new ArrayList<>();
      Timer time = timer == null ? ownTimer(closing) : timer;
      Executor runner = executor == null ? ownExecutor(closing) : executor;
      Undecorated asked = Undecorated.of(port, limiter);
      RateLimiter permits = asked.limiter().orElseGet(() -> documentedLimits(time));
      Dispatcher dispatcher = new Dispatcher(runner, concurrency, permits, time);
      return new RunWaiter(
          new WaitContext(asked.port(), time, random, permits, dispatcher, listener, statistics),
          () -> closing.forEach(Runnable::run));
    }

    private static RateLimiter documentedLimits(Timer time) {
      return new LocalRateLimiter(RateWindow.DOCUMENTED, time);
    }

    private static Timer ownTimer(List<Runnable> closing) {
      SystemTimer own = new SystemTimer();
      closing.add(own::close);
      return own;
    }

    private Executor ownExecutor(List<Runnable> closing) {
      ThreadPoolExecutor own =
          new ThreadPoolExecutor(
              concurrency,
              concurrency,
              10,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              Builder::daemon);
      own.allowCoreThreadTimeOut(true);
      closing.add(own::shutdownNow);
      return own;
    }

    private static Thread daemon(Runnable work) {
      Thread thread = new Thread(work, "cloudcruise-wait");
      thread.setDaemon(true);
      return thread;
    }
  }
}
