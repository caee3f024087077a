package io.cloudcruise.redis;

import io.cloudcruise.core.time.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to the shared bucket. It is given up as soon as something fails, and looked for again by
 * one caller in each second, while all others go without. Thread-safe; never throws.
 */
final class RedisLink implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("io.cloudcruise.redis");
  private static final long BETWEEN_TRIES = Duration.ofSeconds(1).toNanos();

  private final String name;
  private final Supplier<SharedBucket> opener;
  private final Timer timer;
  private final long probation;
  private final ReentrantLock lock = new ReentrantLock();

  private volatile @Nullable SharedBucket bucket;
  private volatile long nextTry;
  private volatile long trustedFrom;
  private boolean degraded;
  private boolean closed;

  /**
   * Opens the link, or tries to.
   *
   * @param name what to call the budget in the log
   * @param opener connects; throws if it cannot
   * @param probation how long after a failure the bucket knows less than it should
   */
  RedisLink(String name, Supplier<SharedBucket> opener, Duration probation, Timer timer) {
    this.name = name;
    this.opener = opener;
    this.probation = probation.toNanos();
    this.timer = timer;
    this.nextTry = timer.nanos();
    this.trustedFrom = nextTry;
    current();
  }

  /** {@return the response; empty if Redis gave none} */
  <T> Optional<T> ask(Function<SharedBucket, T> question) {
    SharedBucket asked = current();
    if (asked == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(question.apply(asked));
    } catch (RuntimeException e) {
      // Whoever is interrupted has not heard Redis out, which says nothing about Redis.
      if (!Thread.currentThread().isInterrupted()) {
        giveUp(asked, e);
      }
      return Optional.empty();
    }
  }

  /** {@return whether the bucket knows of everything that is still within a window} */
  boolean isTrusted() {
    return bucket != null && timer.nanos() - trustedFrom >= 0;
  }

  private @Nullable SharedBucket current() {
    if (bucket == null && timer.nanos() - nextTry >= 0 && lock.tryLock()) {
      try {
        open();
      } finally {
        lock.unlock();
      }
    }
    return bucket;
  }

  private void open() {
    if (bucket != null || closed) {
      return;
    }
    try {
      bucket = opener.get();
      if (degraded) {
        degraded = false;
        trustedFrom = timer.nanos() + probation;
        LOG.log(System.Logger.Level.INFO, "Redis answers: rate limiter {0} is shared again", name);
      }
    } catch (RuntimeException e) {
      degrade(e);
    }
  }

  private void giveUp(SharedBucket failed, RuntimeException cause) {
    lock.lock();
    try {
      if (bucket == failed) {
        bucket = null;
        failed.close();
        degrade(cause);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Says so once. Of the cause it says the type only: its message may tell where Redis is. */
  private void degrade(RuntimeException cause) {
    nextTry = timer.nanos() + BETWEEN_TRIES;
    if (!degraded && !closed) {
      degraded = true;
      LOG.log(
          System.Logger.Level.WARNING,
          "No answer from Redis ({0}): rate limiter {1} falls back to this process''s own share",
          cause.getClass().getSimpleName(),
          name);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      SharedBucket open = bucket;
      bucket = null;
      if (open != null) {
        open.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
