package io.cloudcruise.redis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedUriTest {
  /** What is left unescaped in a password becomes a port, a database or a scheme. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://:pass/canary@127.0.0.1:6379/0",
        "redis://user:canary/word@127.0.0.1:6379/0",
        "redis://:pass@127.0.0.1:6379/canary",
        "redis-sentinel://:pass:canary@127.0.0.1,127.0.0.1:canary/0#m",
        "canary://127.0.0.1"
      })
  void isNotQuoted(String uri) {
    URI redis = URI.create(uri);

    assertThatThrownBy(() -> RedisRateLimiter.builder(redis, "shared", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no URI of a Redis")
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }
}
