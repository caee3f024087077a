package io.cloudcruise.core.ratelimit;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.Permit;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.port.RunResultsDecorator;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.retry.RetryingRunResults;
import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.core.time.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A port that sends a request only with a permit of a rate limiter, one for each request. Callers
 * are served in the order in which they came. A caller that would have to wait for too long gets a
 * {@link RateLimitedException}, and nothing is sent. It holds the calling thread while it waits;
 * thread-safe if the port is. {@link RunResultsDecorator} says in which order to put decorators
 * around a port.
 */
public final class RateLimitedRunResults implements RunResultsDecorator {
  private final Builder options;
  private final RunResultsPort limited;

  private RateLimitedRunResults(Builder options) {
    this.options = options;
    limited = limited(RunResultsDecorator.without(options.port, this::hasTheSameLimiter));
  }

  private boolean hasTheSameLimiter(RunResultsDecorator port) {
    return port instanceof RateLimitedRunResults other && other.rateLimiter() == rateLimiter();
  }

  private RunResultsPort limited(RunResultsPort port) {
    if (port instanceof RunResultsDecorator decorator && retries(port)) {
      return decorator.around(limited(decorator.delegate()));
    }
    return new OnePermitEach(port, options);
  }

  private static boolean retries(RunResultsPort port) {
    return port instanceof RetryingRunResults
        || (port instanceof RunResultsDecorator decorator && retries(decorator.delegate()));
  }

  /**
   * Puts a rate limiter before a port. Each request takes one permit, also where the port is one
   * with retries around it.
   *
   * @param port asks
   * @return a builder with every option at its default
   */
  public static Builder builder(RunResultsPort port) {
    return new Builder(port);
  }

  @Override
  public RunResultsPort delegate() {
    return options.port;
  }

  @Override
  public RateLimitedRunResults around(RunResultsPort other) {
    return builder(other)
        .rateLimiter(options.limiter)
        .maxWait(options.maxWait)
        .timer(options.timer)
        .build();
  }

  /** {@return what gives the permits} */
  public RateLimiter rateLimiter() {
    return options.limiter;
  }

  @Override
  public Optional<RunResults> find(SessionId sessionId) {
    return limited.find(Objects.requireNonNull(sessionId, "sessionId"));
  }

  /** Asks with a permit for each time it is called. */
  private static final class OnePermitEach implements RunResultsPort {
    private final RunResultsPort port;
    private final RateLimiter limiter;
    private final Duration maxWait;
    private final Timer timer;
    private final ReentrantLock turn = new ReentrantLock(true);

    OnePermitEach(RunResultsPort port, Builder options) {
      this.port = port;
      this.limiter = options.limiter;
      this.maxWait = options.maxWait;
      this.timer = options.timer;
    }

    @Override
    public Optional<RunResults> find(SessionId sessionId) {
      Permit permit = acquire(sessionId);
      try {
        return port.find(sessionId);
      } catch (RateLimitedException exceeded) {
        if (exceeded.httpStatus().isPresent()) {
          limiter.onRateLimited(exceeded.retryAfter());
        }
        throw exceeded;
      } finally {
        permit.close();
      }
    }

    private Permit acquire(SessionId sessionId) {
      try {
        return awaitPermit(sessionId);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CallInterruptedException(Optional.of(sessionId));
      }
    }

    private Permit awaitPermit(SessionId sessionId) throws InterruptedException {
      long start = timer.nanos();
      if (!turn.tryLock(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new RateLimitedException(Optional.of(sessionId), Optional.empty());
      }
      try {
        Permit permit = limiter.tryAcquire();
        while (!permit.isGranted()) {
          Duration wait = permit.retryAfter();
          if (wait.compareTo(maxWait.minusNanos(timer.nanos() - start)) > 0) {
            throw new RateLimitedException(Optional.of(sessionId), Optional.of(wait));
          }
          timer.sleep(wait);
          permit = limiter.tryAcquire();
        }
        return permit;
      } finally {
        turn.unlock();
      }
    }
  }

  /** Options. Not thread-safe. */
  public static final class Builder {
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);

    private final RunResultsPort port;
    private RateLimiter limiter = new LocalRateLimiter();
    private Duration maxWait = Duration.ofMinutes(1);
    private Timer timer = new SystemTimer();

    private Builder(RunResultsPort port) {
      this.port = Objects.requireNonNull(port, "port");
    }

    private Builder(Builder from) {
      port = from.port;
      limiter = from.limiter;
      maxWait = from.maxWait;
      timer = from.timer;
    }

    /**
     * Sets what gives the permits. Give all that use one API key the same one.
     *
     * @param value the rate limiter; by default one of the documented limits for this port alone
     * @return this builder
     */
    public Builder rateLimiter(RateLimiter value) {
      limiter = Objects.requireNonNull(value, "rateLimiter");
      return this;
    }

    /**
     * Sets how long a caller may be kept waiting.
     *
     * @param value zero or more, a year at most; a minute by default
     * @return this builder
     * @throws IllegalArgumentException if it is negative or longer than a year
     */
    public Builder maxWait(Duration value) {
      if (value.isNegative() || value.compareTo(LONGEST_WAIT) > 0) {
        throw new IllegalArgumentException("maxWait must be from zero to a year, is " + value);
      }
      maxWait = value;
      return this;
    }

    /**
     * Sets where time comes from.
     *
     * @param value the timer; the machine's by default
     * @return this builder
     */
    public Builder timer(Timer value) {
      timer = Objects.requireNonNull(value, "timer");
      return this;
    }

    /** {@return the port with the rate limiter before it} */
    public RateLimitedRunResults build() {
      return new RateLimitedRunResults(new Builder(this));
    }
  }
}
