package io.cloudcruise.jackson;

import static io.cloudcruise.rigs.FuzzChecks.require;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.cloudcruise.core.port.RateLimitSnapshot;
import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads whatever comes as a time to wait, and hands it to a budget, as a refused call does. */
class RetryAfterFuzzTest {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final LocalRateLimiter LIMITER = new LocalRateLimiter();

  static Stream<byte[]> texts() {
    return Stream.of(
            "0",
            " 7 ",
            "1.5",
            "0.0000000001",
            "999999999.999999999",
            "1e9",
            "-1",
            "Sun, 01 Mar 2026 12:00:30 GMT",
            "Sun, 1 Mar 2026 11:00:00 GMT",
            "Fri, 31 Dec 9999 23:59:59 GMT")
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Timeout(30)
  @DictionaryEntries({"Mon, ", "Tue, ", "Dec ", " GMT", " +1800", "9999", "0000", "1E400000000"})
  @MethodSource("texts")
  @FuzzTest
  void anyTextIsATimeToWaitOrNone(byte[] header) {
    Optional<Duration> wait =
        RetryAfter.parse(new String(header, StandardCharsets.ISO_8859_1), NOW);

    if (wait.isPresent()) {
      require(!wait.get().isNegative(), "a wait into the past");
      LIMITER.observe(RateLimitSnapshot.of(1, 1, wait.get()));
    }
    LIMITER.onRateLimited(wait);
    require(!LIMITER.tryAcquire().retryAfter().isNegative(), "a budget that overflows");
  }
}
