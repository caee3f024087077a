package io.cloudcruise.sandbox;

import static io.cloudcruise.sandbox.Caller.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cloudcruise.rigs.MovableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private static final RateLimit TWO_IN_TEN_SECONDS = new RateLimit(2, Duration.ofSeconds(10));

  private final MovableClock clock = new MovableClock();
  private final Sandbox sandbox = Sandbox.builder().clock(clock).enforceRateLimits(true).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void documentedWindowsHoldTogetherOverHttp() {
    assertThat(admittedOf(501)).isEqualTo(500);
    assertRefused(500, 1);

    clock.advance(Duration.ofSeconds(1));
    assertThat(admittedOf(501)).isEqualTo(500);
    assertRefused(1_000, 14);

    clock.advance(Duration.ofSeconds(14));
    assertThat(admittedOf(501)).isEqualTo(500);
    assertRefused(500, 1);

    clock.advance(Duration.ofSeconds(1));
    assertThat(admittedOf(501)).isEqualTo(500);
    assertRefused(2_000, 44);

    clock.advance(Duration.ofSeconds(44));
    assertThat(admittedOf(501)).isEqualTo(500);
    assertRefused(500, 1);
  }

  @Test
  void aWindowSlidesInsteadOfStartingAnew() {
    RateLimiter limiter = new RateLimiter(List.of(TWO_IN_TEN_SECONDS));

    assertThat(admitted(limiter)).isTrue();
    clock.advance(Duration.ofSeconds(9));
    assertThat(admitted(limiter)).isTrue();
    assertThat(admitted(limiter)).isFalse();
    clock.advance(Duration.ofSeconds(1).minusNanos(1));
    assertThat(admitted(limiter)).isFalse();
    clock.advance(Duration.ofNanos(1));
    assertThat(admitted(limiter)).isTrue();
    assertThat(admitted(limiter)).isFalse();
  }

  @Test
  void goodResponsesTellWhatIsLeftOfTheTightestWindow() {
    assertThat(Caller.rateHeaders(caller.run(Sandbox.DEFAULT_RUN)))
        .containsEntry("limit", "500")
        .containsEntry("remaining", "499")
        .containsEntry("reset", "1");
    assertThat(Caller.rateHeaders(caller.run(id("404")))).containsEntry("remaining", "498");
    assertThat(Caller.rateHeaders(caller.run("not-a-uuid"))).containsEntry("remaining", "497");
  }

  @Test
  void eachKeyHasABudgetOfItsOwn() {
    assertThat(admittedOf(501)).isEqualTo(500);

    assertThat(caller.run(id("15"), Sandbox.SECOND_API_KEY).statusCode()).isEqualTo(200);
    assertThat(caller.run(id("15")).statusCode()).isEqualTo(429);
  }

  @Test
  void limitsCanBeScaled() {
    try (Sandbox small =
        Sandbox.builder()
            .clock(clock)
            .rateLimits(List.of(TWO_IN_TEN_SECONDS))
            .enforceRateLimits(true)
            .start()) {
      Caller smallCaller = new Caller(small);

      assertThat(smallCaller.run(id("15")).statusCode()).isEqualTo(200);
      assertThat(smallCaller.run(id("15")).statusCode()).isEqualTo(200);
      assertThat(smallCaller.run(id("15")).statusCode()).isEqualTo(429);
      assertThat(Caller.header(smallCaller.run(id("15")), "Retry-After")).isEqualTo("10");
    }
  }

  @Test
  void nothingIsLimitedUnlessAsked() {
    try (Sandbox generous =
        Sandbox.builder().clock(clock).rateLimits(List.of(TWO_IN_TEN_SECONDS)).start()) {
      Caller generousCaller = new Caller(generous);
      HttpResponse<String> third =
          IntStream.range(0, 3).mapToObj(i -> generousCaller.run(id("15"))).toList().get(2);

      assertThat(third.statusCode()).isEqualTo(200);
      assertThat(Caller.header(third, "X-RateLimit-Limit")).isEqualTo("absent");
    }
  }

  @Test
  void impossibleLimitsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(0, Duration.ofSeconds(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(1, Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.builder().rateLimits(List.of()));
  }

  private boolean admitted(RateLimiter limiter) {
    return limiter.admit(clock.instant()).admitted();
  }

  private long admittedOf(int requests) {
    return IntStream.range(0, requests)
        .filter(i -> caller.run(id("15")).statusCode() == 200)
        .count();
  }

  private void assertRefused(int limit, int seconds) {
    HttpResponse<String> response = caller.run(id("15"));

    Json body = Json.parse(response.body());
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(body.fields())
        .containsExactly(
            "statusCode", "error", "message", "limit", "remaining", "retryAfterSeconds");
    assertThat(body.get("limit").number()).hasToString("" + limit);
    assertThat(body.get("retryAfterSeconds").number()).hasToString("" + seconds);
    assertThat(Caller.header(response, "Retry-After")).isEqualTo("" + seconds);
    assertThat(Caller.rateHeaders(response))
        .containsEntry("limit", "" + limit)
        .containsEntry("remaining", "0")
        .containsEntry("reset", "" + seconds);
  }
}
