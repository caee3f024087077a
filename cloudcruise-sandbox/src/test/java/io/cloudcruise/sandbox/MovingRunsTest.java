package io.cloudcruise.sandbox;

import static io.cloudcruise.sandbox.Caller.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.rigs.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovingRunsTest {

  private final MovableClock clock = new MovableClock();
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "60, 0, queued",
    "60, 1999, queued",
    "60, 2000, start",
    "60, 9999, start",
    "60, 10000, success",
    "60, 999999, success",
    "61, 0, queued",
    "61, 1000, start",
    "61, 5000, requeued",
    "61, 11999, requeued",
    "61, 12000, start",
    "61, 18000, failed",
    "62, 0, start",
    "62, 3000, paused",
    "62, 19999, paused",
    "62, 20000, start",
    "62, 25000, success",
    "63, 0, start",
    "63, 4000, success",
  })
  void aRunMovesAsTimePasses(String end, int millis, String status) {
    caller.run(id(end));
    clock.advance(Duration.ofMillis(millis));

    assertThat(caller.json(id(end)).get("status").text()).isEqualTo("execution." + status);
  }

  @Test
  void timeBeginsWhenTheRunIsFirstAskedForWithAGoodKey() {
    caller.run(id("60"), Sandbox.FORBIDDEN_KEY);
    clock.advance(Duration.ofMinutes(10));

    assertThat(caller.json(id("60")).get("status").text()).isEqualTo("execution.queued");
  }

  @Test
  void askingForOneRunDoesNotMoveAnother() {
    caller.run(id("60"));
    clock.advance(Duration.ofMinutes(10));

    assertThat(caller.json(id("61")).get("status").text()).isEqualTo("execution.queued");
  }

  @Test
  void artifactsMayAppearAfterTheEnd() {
    caller.run(id("63"));
    clock.advance(Duration.ofSeconds(4));
    Json atTheEnd = caller.json(id("63"));
    clock.advance(Duration.ofSeconds(5));
    Json later = caller.json(id("63"));

    assertThat(atTheEnd.get("video_urls").elements()).isEmpty();
    assertThat(atTheEnd.get("file_urls").elements()).isEmpty();
    assertThat(later.get("video_urls").elements()).hasSize(1);
    assertThat(later.get("file_urls").elements()).hasSize(1);
  }

  @Test
  void aRequeuedRunKeepsItsErrorsAndCountsItsTries() {
    caller.run(id("61"));
    clock.advance(Duration.ofSeconds(18));
    Json run = caller.json(id("61"));

    assertThat(run.get("errors").elements()).hasSize(2);
    assertThat(run.get("video_urls").elements()).hasSize(2);
    assertThat(run.get("session_retries").number()).isEqualByComparingTo("1");
  }

  @Test
  void eventsKeepTheirTimeWhileTheRunIsAskedForAgain() {
    Json first = caller.json(Sandbox.DEFAULT_RUN);
    clock.advance(Duration.ofHours(1));
    Json second = caller.json(Sandbox.DEFAULT_RUN);

    assertThat(createdAt(first)).isEqualTo(createdAt(second));
    assertThat(createdAt(first)).isEqualTo("2026-01-05T09:55:40.400000+00:00");
  }

  private static String createdAt(Json run) {
    return run.get("errors").elements().get(0).get("created_at").text();
  }
}
