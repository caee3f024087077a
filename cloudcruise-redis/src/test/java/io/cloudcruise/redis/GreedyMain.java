package io.cloudcruise.redis;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A machine of the fleet, which always has something to send. Prints when it was granted what. */
final class GreedyMain {
  private GreedyMain() {}

  public static void main(String[] args) {
    try (RedisRateLimiter limiter =
        RedisRateLimiter.builder(URI.create(args[0]), "fleet", 2)
            .windows(TwoProcessesTest.WINDOWS)
            // A JVM that has just started is slow to connect, however near Redis is.
            .timeout(Duration.ofSeconds(5))
            .build()) {
      while (true) {
        Duration wait = limiter.tryAcquire().retryAfter();
        if (wait.isZero()) {
          System.out.println(System.currentTimeMillis());
        } else {
          LockSupport.parkNanos(wait.toNanos());
        }
      }
    }
  }
}
