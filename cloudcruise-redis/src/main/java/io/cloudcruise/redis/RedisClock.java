package io.cloudcruise.redis;

import io.cloudcruise.core.time.Timer;
import io.github.bucket4j.TimeMeter;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The time by Redis's clock, which was read once and runs on by the machine's own. So the clocks of
 * a fleet need not agree: a bucket that one of them had filled an hour ahead would stay empty for
 * the others for an hour.
 */
final class RedisClock implements TimeMeter {
  private final Timer timer;
  private final long ahead;

  private RedisClock(Timer timer, long ahead) {
    this.timer = timer;
    this.ahead = ahead;
  }

  static RedisClock read(RedisCommands<String, byte[]> redis, Timer timer) {
    List<byte[]> time = redis.time();
    long nanos =
        TimeUnit.SECONDS.toNanos(number(time.get(0)))
            + TimeUnit.MICROSECONDS.toNanos(number(time.get(1)));
    return new RedisClock(timer, nanos - timer.nanos());
  }

  private static long number(byte[] digits) {
    return Long.parseLong(new String(digits, StandardCharsets.US_ASCII));
  }

  @Override
  public long currentTimeNanos() {
    return timer.nanos() + ahead;
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
