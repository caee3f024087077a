package io.cloudcruise.reliability.faults;

import static io.cloudcruise.reliability.faults.Again.NO;
import static io.cloudcruise.reliability.faults.Again.YES;
import static io.cloudcruise.reliability.faults.Expected.atOnce;

import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import io.cloudcruise.core.ratelimit.RateLimitedRunResults;
import io.cloudcruise.core.ratelimit.RateWindow;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.retry.RetryingRunResults;
import io.cloudcruise.core.time.Timer;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.rigs.RawResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Clocks that jump, and keys that change while they are used. */
final class ClockAndKeyFaults {
  private static final RetryPolicy TWICE =
      RetryPolicy.builder()
          .maxAttempts(2)
          .initialBackoff(Duration.ofMillis(1))
          .maxBackoff(Duration.ofMillis(1))
          .build();
  private static final RawResponse GOOD = RawResponse.status(200).body(RunTrial.JSON);
  private static final Duration CENTURY = Duration.ofDays(36_525);

  private ClockAndKeyFaults() {}

  static Stream<Row> rows() {
    return Stream.of(clocks(), timers(), keys()).flatMap(rows -> rows);
  }

  private static Stream<Row> clocks() {
    String until = "Sat, 01 Jan 2028 00:00:00 GMT";
    Trouble.Source limited =
        Trouble.responding(RawResponse.status(429).header("Retry-After", until));
    return Stream.of(
        retried("Retry-After: a date, clock 10 years ahead", limited, at("2038"), limited(2, YES)),
        retried("Retry-After: a date, clock 10 years behind", limited, at("2018"), limited(1, NO)),
        retried("Retry-After: a date, clock in year 1", limited, at("0001"), limited(1, NO)));
  }

  private static Consumer<FeignRunResultsAdapter.Builder> at(String year) {
    Instant now = Instant.parse(year + "-01-01T00:00:00Z");
    return builder -> builder.responses(it -> it.clock(Clock.fixed(now, ZoneOffset.UTC)));
  }

  private static Expected limited(int requests, Again again) {
    return atOnce("RateLimitedException", again).after(requests);
  }

  private static Stream<Row> keys() {
    ApiKey old = ApiKey.of("sk_old_canary");
    ApiKey fresh = ApiKey.of("sk_fresh_canary");
    AtomicInteger asked = new AtomicInteger();
    return Stream.of(
        retried(
            "key rotated between attempts",
            Trouble.onRequest(peer -> peer.write(byKey(peer.head()).bytes())),
            builder -> builder.apiKey(() -> asked.incrementAndGet() == 1 ? old : fresh),
            atOnce("results", YES).after(2)),
        retried(
            "key revoked between attempts",
            Trouble.onRequest(peer -> peer.write(unlessFirst(peer.requests() == 1).bytes())),
            builder -> {},
            atOnce("AccessDeniedException", YES).after(2)));
  }

  private static RawResponse byKey(String head) {
    return head.contains("sk_fresh_canary") ? GOOD : RawResponse.status(503);
  }

  private static RawResponse unlessFirst(boolean first) {
    return RawResponse.status(first ? 503 : 401);
  }

  private static Row retried(
      String fault,
      Trouble.Source source,
      Consumer<FeignRunResultsAdapter.Builder> options,
      Expected expected) {
    return new Row("retries", fault, expected, within -> observe(source, options));
  }

  private static Observed observe(
      Trouble.Source source, Consumer<FeignRunResultsAdapter.Builder> options) throws Exception {
    try (Trouble trouble = source.make()) {
      FeignRunResultsAdapter.Builder builder =
          FeignRunResultsAdapter.builder().apiKey(RunTrial.KEY).baseUrl(trouble.baseUrl());
      options.accept(builder);
      try (var adapter = builder.build()) {
        RunResultsPort retrying = RetryingRunResults.builder(adapter).policy(TWICE).build();
        return observed(Ending.of(() -> RunTrial.found(retrying)), trouble);
      }
    }
  }

  private static Observed observed(Ending ending, Trouble trouble) {
    Again again = trouble.requests() > 1 ? YES : NO;
    return new Observed(ending.words(), ending.took(), trouble.requests(), again);
  }

  private static Stream<Row> timers() {
    Expected twice = atOnce("results", YES).after(2);
    return Stream.of(
        budgeted("timer about to overflow", Long.MAX_VALUE - 1, Duration.ofSeconds(1), twice),
        budgeted("timer jumps ahead by a century", 0, CENTURY, twice),
        budgeted("timer jumps back by a century", 0, CENTURY.negated(), limited(1, NO)));
  }

  /** Asks before the jump and after it. */
  private static Row budgeted(String fault, long start, Duration jump, Expected expected) {
    return new Row(
        "budget",
        fault,
        expected,
        within -> {
          try (Trouble trouble = Trouble.responding(GOOD).make();
              var adapter = RunTrial.adapter(trouble, within.deadline())) {
            JumpingTimer timer = new JumpingTimer(start);
            LocalRateLimiter limiter = new LocalRateLimiter(RateWindow.DOCUMENTED, timer);
            RunResultsPort port =
                RateLimitedRunResults.builder(adapter)
                    .rateLimiter(limiter)
                    .maxWait(Duration.ofSeconds(1))
                    .timer(timer)
                    .build();
            RunTrial.found(port);
            timer.jump(jump);
            return observed(Ending.of(() -> RunTrial.found(port)), trouble);
          }
        });
  }

  /** Stands still, but for its jumps. */
  private static final class JumpingTimer implements Timer {
    private final AtomicLong nanos;

    JumpingTimer(long start) {
      nanos = new AtomicLong(start);
    }

    void jump(Duration span) {
      nanos.addAndGet(span.toNanos());
    }

    @Override
    public long nanos() {
      return nanos.get();
    }

    @Override
    public void sleep(Duration duration) {
      jump(duration);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
      throw new UnsupportedOperationException("nobody waits");
    }
  }
}
