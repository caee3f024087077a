package io.cloudcruise.feign;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.RateLimitSnapshot;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeignRunResultsAdapterRateTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);

  private final List<RateLimitSnapshot> heard = new ArrayList<>();

  private void retrieve(RawResponse response) {
    try (var server = HostileServer.responding(response);
        var adapter =
            TestRun.adapterTo(server.baseUrl())
                .responses(it -> it.rateLimitListener(heard::add))
                .responses(it -> it.clock(CLOCK))
                .build()) {
      adapter.find(TestRun.ID);
    } catch (RunResultsException refused) {
      assertThat(refused).isNotNull();
    }
  }

  private static RawResponse limited(int status, String limit, String remaining, String reset) {
    return RawResponse.status(status)
        .header("X-RateLimit-Limit", limit)
        .header("x-ratelimit-remaining", remaining)
        .header("X-RateLimit-Reset", reset)
        .body(TestRun.JSON);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 429, 500})
  void rateLimitHeadersAreReportedWhateverTheStatus(int status) {
    retrieve(limited(status, "500", "17", "3"));
    assertThat(heard).containsExactly(RateLimitSnapshot.of(500, 17, Duration.ofSeconds(3)));
  }

  @ParameterizedTest
  @CsvSource({"1800000012, 12000", "1799999999, 0", "0, 0", "0.5, 500", "999999999, 999999999000"})
  void theResetIsInSecondsToGoOrSince1970(String reset, long millis) {
    retrieve(limited(200, "500", "17", reset));
    assertThat(heard)
        .extracting(RateLimitSnapshot::reset)
        .containsExactly(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({"-1, 1, 1", "1, x, 1", "1, 1, soon", "1, 1, -3", "1, 12345678901, 1", "1, 1.5, 1"})
  void senselessRateLimitHeadersAreNotReported(String limit, String remaining, String reset) {
    retrieve(limited(200, limit, remaining, reset));
    assertThat(heard).isEmpty();
  }

  @Test
  void aResponseThatSaysNothingIsNotHeard() {
    retrieve(RawResponse.status(200).body(TestRun.JSON));
    assertThat(heard).isEmpty();
  }

  @Test
  void aListenerThatFailsCostsNobodyTheResults() {
    try (var server = HostileServer.responding(limited(200, "1", "1", "1"));
        var adapter =
            TestRun.adapterTo(server.baseUrl())
                .responses(
                    it ->
                        it.rateLimitListener(
                            snapshot -> {
                              throw new IllegalStateException("full disk");
                            }))
                .build()) {
      assertThat(adapter.find(TestRun.ID)).isPresent();
    }
  }
}
