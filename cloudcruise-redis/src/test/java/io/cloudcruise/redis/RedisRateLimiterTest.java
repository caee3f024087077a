package io.cloudcruise.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cloudcruise.core.port.RateLimitSnapshot;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.ratelimit.RateWindow;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisRateLimiterTest {
  private static final RateWindow WINDOW = new RateWindow(20, Duration.ofSeconds(10));
  private static final int AT_ONCE = 4;
  private static final int SHARE = 10;
  private static RedisServer redis;

  private final ManualTimer timer = new ManualTimer();
  private final String name = UUID.randomUUID().toString();
  private RedisRateLimiter one;
  private RedisRateLimiter other;

  @BeforeAll
  static void startRedis(@TempDir Path directory) throws IOException {
    redis = RedisServer.start(directory);
  }

  @AfterAll
  static void stopRedis() {
    if (redis != null) { // else there is none on this machine
      redis.close();
    }
  }

  @BeforeEach
  void open() {
    one = limiter();
    other = limiter();
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void permitsTakenByOneProcessAreMissingInTheOther() {
    take(one, AT_ONCE);

    Duration wait = other.tryAcquire().retryAfter();

    assertThat(wait).isPositive().isLessThan(WINDOW.length());
    timer.pass(wait);
    assertThat(other.tryAcquire().retryAfter()).isZero();
    assertThat(one.tryAcquire().retryAfter()).isPositive();
  }

  @Test
  void aRefusalToOnePausesTheOther() {
    one.onRateLimited(Optional.of(Duration.ofMinutes(1)));
    one.onRateLimited(Optional.of(Duration.ofSeconds(1)));

    assertThat(other.tryAcquire().retryAfter())
        .isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
  }

  @Test
  void aRefusalWithoutARetryAfterPausesForTheShortestWindow() {
    one.onRateLimited(Optional.empty());

    assertThat(other.tryAcquire().retryAfter()).isBetween(Duration.ofSeconds(5), WINDOW.length());
  }

  @Test
  void aPlatformThatHasNothingLeftPausesAll() {
    one.observe(RateLimitSnapshot.of(20, 1, Duration.ofSeconds(30)));
    assertThat(other.tryAcquire().retryAfter()).isZero();

    one.observe(RateLimitSnapshot.of(20, 0, Duration.ofSeconds(30)));
    assertThat(other.tryAcquire().retryAfter())
        .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
  }

  @Test
  void nothingStaysInRedisForEver() {
    take(one, 1);
    one.onRateLimited(Optional.of(Duration.ofDays(1_000)));

    assertThat(redis.cli("PTTL", "cloudcruise:limiter:" + name).strip()).doesNotStartWith("-");
    assertThat(Long.parseLong(redis.cli("PTTL", "cloudcruise:limiter:" + name + ":pause").strip()))
        .isBetween(1L, Duration.ofDays(1).toMillis());
  }

  @Test
  void withoutRedisEachKeepsToItsShareAndSaysSoOnce() throws IOException {
    try (Warnings warnings = new Warnings()) {
      take(one, 1);
      redis.die();

      take(one, SHARE - 1);

      assertThat(one.tryAcquire().retryAfter()).isPositive();
      timer.pass(Duration.ofSeconds(2));
      assertThat(one.tryAcquire().retryAfter()).isPositive();
      assertThat(warnings.lines())
          .singleElement()
          .asString()
          .startsWith("WARNING No answer from Redis (")
          .endsWith("rate limiter " + name + " falls back to this process's own share")
          .doesNotContain("127.0.0.1");
    } finally {
      redis.comeBack();
    }
  }

  @Test
  void redisIsFoundAgainAndForOneWindowBothBoundsHold() throws IOException {
    try (Warnings warnings = new Warnings()) {
      redis.die();
      take(one, SHARE);
      redis.comeBack();

      assertThat(one.tryAcquire().retryAfter()).as("within a second nobody looks").isPositive();
      assertThat(warnings.lines()).hasSize(1);
      timer.pass(Duration.ofSeconds(1));
      assertThat(one.tryAcquire().retryAfter())
          .as("its share is used up")
          .isBetween(seconds(9), seconds(10));
      assertThat(warnings.lines())
          .last()
          .isEqualTo("INFO Redis answers: rate limiter " + name + " is shared again");
      timer.pass(WINDOW.length().plus(Duration.ofMillis(250)));
      take(one, AT_ONCE);
      assertThat(one.tryAcquire().retryAfter()).as("its share would have allowed it").isPositive();
    }
  }

  @Test
  void withoutRedisFromTheStartThereIsTheOwnShare() {
    try (RedisRateLimiter alone =
        RedisRateLimiter.builder(URI.create("redis://127.0.0.1:1"), name, 2)
            .windows(List.of(WINDOW))
            .timer(timer)
            .build()) {
      take(alone, SHARE);

      assertThat(alone.tryAcquire().retryAfter()).isPositive();
    }
  }

  @Test
  void aClosedBudgetGrantsItsOwnShareInSilence() {
    try (Warnings warnings = new Warnings()) {
      one.close();
      timer.pass(Duration.ofSeconds(2));

      take(one, SHARE);

      assertThat(one.tryAcquire().retryAfter()).isPositive();
      assertThat(warnings.lines()).isEmpty();
    }
  }

  @Test
  void aWindowTooSmallForTheFleetIsRefused() {
    var builder = RedisRateLimiter.builder(redis.uri(), name, 21).windows(List.of(WINDOW));

    assertThatIllegalArgumentException().isThrownBy(builder::build);
  }

  private RedisRateLimiter limiter() {
    return RedisRateLimiter.builder(redis.uri(), name, 2)
        .windows(List.of(WINDOW))
        .timeout(Duration.ofSeconds(2))
        .timer(timer)
        .build();
  }

  private static void take(RateLimiter limiter, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(limiter.tryAcquire().retryAfter()).as("take %d", i + 1).isZero();
    }
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
