package io.cloudcruise.redis;

import io.cloudcruise.core.time.Timer;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the fleet shares: a bucket, and a pause that all keep. Both vanish from Redis by themselves,
 * the bucket soon after it is full again. Everything here throws when Redis does not answer.
 */
final class SharedBucket implements AutoCloseable {
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
  private static final Duration APART = Duration.ofMillis(50);
  private static final Duration KEPT_FULL = Duration.ofSeconds(10);

  private final StatefulRedisConnection<String, byte[]> connection;
  private final RedisCommands<String, byte[]> redis;
  private final String pauseKey;
  private final Bucket bucket;

  SharedBucket(
      StatefulRedisConnection<String, byte[]> connection,
      String key,
      BucketConfiguration bandwidths,
      Timer timer) {
    this.connection = connection;
    this.redis = connection.sync();
    this.pauseKey = key + ":pause";
    this.bucket =
        Bucket4jLettuce.casBasedBuilder(connection)
            .requestTimeout(connection.getTimeout())
            .clientClock(RedisClock.read(redis, timer))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_FULL))
            .build()
            .builder()
            .build(key, () -> bandwidths);
  }

  /** {@return zero if a request is granted, else how long to wait} */
  Duration tryAcquire() {
    long pause = redis.pttl(pauseKey);
    if (pause > 0) {
      return Duration.ofMillis(pause);
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : longerThan(probe.getNanosToWaitForRefill());
  }

  /**
   * A little longer, as Bucket4j rounds down, to zero at last; and not the same for all, for who
   * came back a moment after the others each time would never be granted anything.
   */
  private static Duration longerThan(long nanos) {
    long apart = ThreadLocalRandom.current().nextLong(APART.toNanos());
    return Duration.ofNanos(nanos).plusMillis(1).plusNanos(apart);
  }

  /** Grants nothing to anybody for some time; a longer pause that is on already stays. */
  void pause(Duration asked) {
    Duration duration = asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    long millis = Math.max(1, duration.toMillis());
    if (redis.pttl(pauseKey) < millis) {
      redis.set(pauseKey, new byte[0], SetArgs.Builder.px(millis));
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
