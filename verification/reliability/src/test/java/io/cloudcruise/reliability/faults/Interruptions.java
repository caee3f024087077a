package io.cloudcruise.reliability.faults;

import static io.cloudcruise.reliability.faults.Again.NO;
import static io.cloudcruise.reliability.faults.Expected.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import io.cloudcruise.core.ratelimit.RateLimitedRunResults;
import io.cloudcruise.core.ratelimit.RateWindow;
import io.cloudcruise.core.retry.RetryingRunResults;
import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.core.wait.RunWaiter;
import io.cloudcruise.core.wait.WaitPolicy;
import io.cloudcruise.rigs.CallUnderWay;
import io.cloudcruise.rigs.RawResponse;
import io.cloudcruise.rigs.Threads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Callers whose threads are interrupted, at each phase of what they do. */
final class Interruptions {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String HEAD = OK + "Content-Length: 99\r\n\r\n";
  private static final Expected INTERRUPTED = atOnce("CallInterruptedException", NO);
  private static final Expected FETCH_INTERRUPTED = atOnce("ArtifactException: INTERRUPTED", NO);

  private Interruptions() {}

  /** Asks a server that is in trouble. */
  private interface Asking {
    String ask(Trouble trouble) throws Exception;
  }

  static Stream<Row> rows() {
    return Stream.of(ofCalls(), ofDecorators(), ofWaits(), ofArtifacts()).flatMap(rows -> rows);
  }

  private static Stream<Row> ofCalls() {
    Trouble.Source refusing = Trouble.stalled("HTTP/1.1 503 No\r\nContent-Length: 9\r\n\r\n");
    Asking call = Interruptions::find;
    return Stream.of(
        row("run results", "before it asks", refusing, INTERRUPTED.after(0), already(call)),
        row("run results", "in the handshake", handshake(), INTERRUPTED.after(0), call),
        row("run results", "before the headers", Trouble.stalled(""), INTERRUPTED, call),
        row("run results", "inside the headers", Trouble.stalled(OK), INTERRUPTED, call),
        row("run results", "inside the body", Trouble.stalled(HEAD + "{"), INTERRUPTED, call),
        row("run results", "inside an error response's body", refusing, INTERRUPTED, call));
  }

  private static Trouble.Source handshake() {
    return Tls.inHello(peer -> peer.stall());
  }

  private static String find(Trouble trouble) {
    try (var adapter = RunTrial.adapter(trouble, LONG)) {
      return RunTrial.found(adapter);
    }
  }

  private static Asking already(Asking asking) {
    return trouble -> {
      Thread.currentThread().interrupt();
      return asking.ask(trouble);
    };
  }

  private static Stream<Row> ofDecorators() {
    Trouble.Source limited =
        Trouble.responding(RawResponse.status(429).header("Retry-After", "300"));
    return Stream.of(
        row("retries", "between attempts", limited, INTERRUPTED, Interruptions::retry),
        row("budget", "waiting for leave", limited, INTERRUPTED.after(0), Interruptions::limiter));
  }

  private static String retry(Trouble trouble) {
    try (var adapter = RunTrial.adapter(trouble, LONG)) {
      return RunTrial.found(RetryingRunResults.builder(adapter).deadline(LONG).build());
    }
  }

  private static String limiter(Trouble trouble) {
    try (var timer = new SystemTimer();
        var adapter = RunTrial.adapter(trouble, LONG)) {
      LocalRateLimiter used = new LocalRateLimiter(List.of(new RateWindow(1, LONG)), timer);
      used.tryAcquire();
      return RunTrial.found(
          RateLimitedRunResults.builder(adapter)
              .rateLimiter(used)
              .maxWait(LONG.multipliedBy(2))
              .timer(timer)
              .build());
    }
  }

  private static Stream<Row> ofWaits() {
    String json = RunTrial.JSON.replace("success", "start");
    Trouble.Source running = Trouble.responding(RawResponse.status(200).body(json));
    return Stream.of(
        row("wait", "between polls", running, INTERRUPTED, Interruptions::await),
        row("wait", "during a poll", Trouble.stalled(""), INTERRUPTED, Interruptions::await));
  }

  private static String await(Trouble trouble) {
    try (var adapter = RunTrial.adapter(trouble, LONG);
        var waiter = RunWaiter.builder(adapter).build()) {
      return waiter.await(RunTrial.RUN, WaitPolicy.STANDARD).toString();
    }
  }

  private static Stream<Row> ofArtifacts() {
    Asking fetch = Interruptions::fetch;
    return Stream.of(
        row("artifact", "in the handshake", handshake(), FETCH_INTERRUPTED.after(0), fetch),
        row("artifact", "before the headers", Trouble.stalled(""), FETCH_INTERRUPTED, fetch),
        row("artifact", "inside the body", Trouble.stalled(HEAD + "a"), FETCH_INTERRUPTED, fetch));
  }

  private static String fetch(Trouble trouble) {
    try (var adapter = ArtifactTrial.adapter(trouble)) {
      return ArtifactTrial.fetched(adapter, trouble.baseUrl(), Within.AT_ONCE);
    }
  }

  private static Row row(
      String subject, String when, Trouble.Source source, Expected expected, Asking asking) {
    String fault = "interrupted " + when;
    return new Row(subject, fault, expected, within -> observe(source, asking, expected));
  }

  private static Observed observe(Trouble.Source source, Asking asking, Expected expected)
      throws Exception {
    CompletableFuture<Ending> ending = new CompletableFuture<>();
    try (Trouble trouble = source.make()) {
      CallUnderWay call =
          CallUnderWay.start(() -> ending.complete(Ending.of(() -> asking.ask(trouble))));
      assertThat(Threads.soon(() -> isDue(call, trouble, expected))).isTrue();
      call.interrupt();
      assertThat(call.end()).isNull();
      assertThat(call.leftTheInterruptFlagSet()).isTrue();
      return new Observed(
          ending.join().words(), ending.join().took(), trouble.requests(), Again.NO);
    }
  }

  private static boolean isDue(CallUnderWay call, Trouble trouble, Expected expected) {
    return call.hasEnded() || (call.isWaiting() && trouble.requests() == expected.requests());
  }
}
