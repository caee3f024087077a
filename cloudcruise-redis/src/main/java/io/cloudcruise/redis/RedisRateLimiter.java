package io.cloudcruise.redis;

import io.cloudcruise.core.port.Permit;
import io.cloudcruise.core.port.RateLimitSnapshot;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import io.cloudcruise.core.ratelimit.RateWindow;
import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.core.time.Timer;
import io.github.bucket4j.BucketConfiguration;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A budget that all who use one API key share through Redis, in however many processes on however
 * many machines. Thread-safe. A call sends Redis a few commands, each of which may take as long as
 * {@link Builder#timeout} says.
 *
 * <p><b>Inside the limit.</b> The budget is a token bucket for each window, all taken from at once.
 * They are made such that no stretch of time, wherever the platform begins to count, holds more
 * than is allowed. The price: a fifth of a window's requests may be sent at once, and four fifths
 * in every window thereafter. With the documented windows that is 100 at once and 26 in every
 * second that follows, of 33 that the platform would allow. Time is told by Redis's clock, so those
 * of the machines need not agree.
 *
 * <p><b>What is shared.</b> All grants are. So is the pause after an error response, and the one
 * until the platform's count begins anew once it says that nothing is left. A reading that leaves
 * something is kept by each process for the time without Redis.
 *
 * <p><b>Without Redis</b> each process keeps to its own share: the windows, divided by the number
 * of processes. It asks Redis again once in each second. A warning in the log of {@code
 * io.cloudcruise.redis} says when that begins; another line says when it ends. For one window
 * thereafter both bounds hold, as Redis does not know what was granted meanwhile. Two gaps remain,
 * each as wide as a window: when Redis fails, a process that had used more than its share does not
 * take the rest from the others; and a process that alone cannot reach Redis adds its share to what
 * the others send. The platform's error response is then what bounds them.
 */
public final class RedisRateLimiter implements RateLimiter, AutoCloseable {
  private final RedisClient client;
  private final RedisLink link;
  private final LocalRateLimiter ownShare;
  private final Duration shortestWindow;

  private RedisRateLimiter(Builder builder) {
    List<Duration> lengths = builder.windows.stream().map(RateWindow::length).sorted().toList();
    shortestWindow = lengths.get(0);
    ownShare = new LocalRateLimiter(builder.shares(), builder.timer);
    client = builder.client();
    Duration probation = lengths.get(lengths.size() - 1).plus(Bandwidths.MARGIN);
    BucketConfiguration bandwidths = Bandwidths.of(builder.windows);
    link =
        new RedisLink(
            builder.name,
            () -> connect("cloudcruise:limiter:" + builder.name, bandwidths, builder.timer),
            probation,
            builder.timer);
  }

  private SharedBucket connect(String key, BucketConfiguration bandwidths, Timer timer) {
    var connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
    try {
      return new SharedBucket(connection, key, bandwidths, timer);
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Begins to describe a budget.
   *
   * @param redis where Redis is, such as {@code redis://user:password@host:6379/0}, or {@code
   *     rediss:} for TLS; it is never quoted or logged, save by Lettuce, whose own loggers show it
   *     at the level of debugging, with stars for the password
   * @param name what those who share the budget call it. It is stored and logged, so it must not be
   *     the API key.
   * @param processes how many processes share it at most; while Redis is away, each has this part
   * @return a builder
   * @throws IllegalArgumentException if the name is blank, there are no processes, or the URI does
   *     not say where a Redis is; the message does not quote it
   */
  public static Builder builder(URI redis, String name, int processes) {
    return new Builder(redis, name, processes);
  }

  @Override
  public Permit tryAcquire() {
    Optional<Duration> wait = link.ask(SharedBucket::tryAcquire);
    if (wait.isPresent() && !wait.get().isZero()) {
      return Permit.denied(wait.get());
    }
    // Asked even if it does not count now: what was granted before Redis fails does count.
    Permit own = ownShare.tryAcquire();
    return wait.isPresent() && link.isTrusted() && !own.isGranted()
        ? Permit.granted(() -> {})
        : own;
  }

  @Override
  public void observe(RateLimitSnapshot snapshot) {
    ownShare.observe(snapshot);
    if (snapshot.remaining() == 0 && !snapshot.reset().isZero()) {
      pauseAll(snapshot.reset());
    }
  }

  @Override
  public void onRateLimited(Optional<Duration> retryAfter) {
    Duration pause = retryAfter.orElse(shortestWindow);
    ownShare.onRateLimited(Optional.of(pause));
    pauseAll(pause);
  }

  private void pauseAll(Duration duration) {
    link.ask(
        bucket -> {
          bucket.pause(duration);
          return duration;
        });
  }

  /** Leaves Redis. What is asked thereafter is granted from this process's own share. */
  @Override
  public void close() {
    link.close();
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
  }

  /** Describes a budget. Not thread-safe. */
  public static final class Builder {
    private final RedisURI redis;
    private final String name;
    private final int processes;
    private List<RateWindow> windows = RateWindow.DOCUMENTED;
    private Duration timeout = Duration.ofMillis(200);
    private Timer timer = new SystemTimer();

    private Builder(URI redis, String name, int processes) {
      if (name.isBlank() || processes < 1) {
        throw new IllegalArgumentException("a budget needs a name and a process that uses it");
      }
      this.redis = parsed(redis);
      this.name = name;
      this.processes = processes;
    }

    private static RedisURI parsed(URI redis) {
      try {
        return RedisURI.create(redis);
      } catch (IllegalArgumentException quotesPartsOfIt) {
        throw new IllegalArgumentException(
            "no URI of a Redis: it has to be like redis://user:password@host:6379/0, what is"
                + " special in user name and password escaped");
      }
    }

    /**
     * Sets the bounds, which all hold at once; those of the documentation unless set. All who share
     * the budget must set the same: the first who comes decides, until the budget is at rest.
     *
     * @param bounds each at least as many requests as there are processes
     * @return this
     * @throws IllegalArgumentException if there is none
     */
    public Builder windows(List<RateWindow> bounds) {
      if (bounds.isEmpty()) {
        throw new IllegalArgumentException("a budget needs a window");
      }
      windows = List.copyOf(bounds);
      return this;
    }

    /**
     * Sets how long Redis may take over one command, or over connecting; 200 ms unless set.
     *
     * @param limit positive
     * @return this
     * @throws IllegalArgumentException if it is not
     */
    public Builder timeout(Duration limit) {
      if (limit.isZero() || limit.isNegative()) {
        throw new IllegalArgumentException("no timeout: " + limit);
      }
      timeout = limit;
      return this;
    }

    /**
     * Sets what tells the time; the machine's own unless set.
     *
     * @param time by which waits are counted
     * @return this
     */
    public Builder timer(Timer time) {
      timer = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * Builds the budget, and connects to Redis if it is there.
     *
     * @return the budget; close it when it is no longer used
     * @throws IllegalArgumentException if a window has fewer requests than there are processes
     */
    public RedisRateLimiter build() {
      return new RedisRateLimiter(this);
    }

    private List<RateWindow> shares() {
      return windows.stream()
          .map(window -> new RateWindow(window.requests() / processes, window.length()))
          .toList();
    }

    private RedisClient client() {
      redis.setTimeout(timeout);
      RedisClient client = RedisClient.create(redis);
      client.setOptions(
          ClientOptions.builder()
              // The link opens a connection anew by itself, and must know that it did.
              .autoReconnect(false)
              .socketOptions(SocketOptions.builder().connectTimeout(timeout).build())
              .timeoutOptions(TimeoutOptions.enabled(timeout))
              .build());
      return client;
    }
  }
}
