package io.cloudcruise.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.ratelimit.RateWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesTest {
  static final List<RateWindow> WINDOWS =
      List.of(new RateWindow(20, Duration.ofSeconds(1)), new RateWindow(30, Duration.ofSeconds(3)));
  private static final List<RateWindow> HALVES =
      List.of(new RateWindow(10, Duration.ofSeconds(1)), new RateWindow(15, Duration.ofSeconds(3)));

  @Test
  void stayInsideOneLimitThroughTheDeathAndReturnOfRedis(@TempDir Path directory)
      throws IOException, InterruptedException {
    try (RedisServer redis = RedisServer.start(directory);
        GreedyProcess one = new GreedyProcess(redis.uri());
        GreedyProcess other = new GreedyProcess(redis.uri())) {
      awaitGrants(12, one, other);
      SlidingWindows.assertKept(WINDOWS, together(one, other));

      redis.die();
      awaitLog("falls back to this process's own share", one, other);
      int sharedByOne = one.grants().size();
      int sharedByOther = other.grants().size();
      awaitGrants(12, one, other);
      SlidingWindows.assertKept(HALVES, since(sharedByOne, one));
      SlidingWindows.assertKept(HALVES, since(sharedByOther, other));

      redis.comeBack();
      awaitLog("is shared again", one, other);
      awaitGrants(12, one, other);
      SlidingWindows.assertKept(
          WINDOWS, together(since(sharedByOne, one), since(sharedByOther, other)));
      assertThat(one.logged()).hasSize(2);
      assertThat(other.logged()).hasSize(2);
    }
  }

  private static void awaitGrants(int more, GreedyProcess... fleet) throws InterruptedException {
    for (GreedyProcess process : fleet) {
      process.awaitGrants(more);
    }
  }

  private static void awaitLog(String text, GreedyProcess... fleet) throws InterruptedException {
    for (GreedyProcess process : fleet) {
      process.awaitLog(text);
    }
  }

  private static List<Long> since(int before, GreedyProcess process) {
    List<Long> grants = process.grants();
    return grants.subList(before, grants.size());
  }

  private static List<Long> together(GreedyProcess one, GreedyProcess other) {
    return together(one.grants(), other.grants());
  }

  private static List<Long> together(List<Long> one, List<Long> other) {
    List<Long> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
