package io.cloudcruise.reliability.faults;

import static io.cloudcruise.reliability.faults.Again.NO;
import static io.cloudcruise.reliability.faults.Again.YES;
import static io.cloudcruise.reliability.faults.Expected.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.time.VirtualTimer;
import io.cloudcruise.core.wait.RunWaiter;
import io.cloudcruise.core.wait.WaitOutcome;
import io.cloudcruise.core.wait.WaitPolicy;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import io.cloudcruise.rigs.Threads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** What may go wrong while somebody waits for a run to end, half an hour at the most. */
final class WaitFaults {
  private static final WaitPolicy POLICY =
      WaitPolicy.STANDARD.toBuilder()
          .retry(
              RetryPolicy.builder()
                  .maxAttempts(3)
                  .initialBackoff(Duration.ofSeconds(1))
                  .maxBackoff(Duration.ofSeconds(1))
                  .build())
          .lateArtifacts(Duration.ZERO)
          .build();
  private static final byte[] ENDED = RawResponse.status(200).body(RunTrial.JSON).bytes();
  private static final byte[] RUNNING =
      RawResponse.status(200).body(RunTrial.JSON.replace("success", "start")).bytes();

  private WaitFaults() {}

  static Stream<Row> rows() {
    return Stream.of(always(), meanwhile()).flatMap(rows -> rows);
  }

  private static Stream<Row> always() {
    RawResponse day = RawResponse.status(429).header("Retry-After", "86400");
    return Stream.of(
        row("401", responding(401), POLICY, atOnce("AccessDeniedException", NO)),
        row("404", responding(404), POLICY, atOnce("RunNotFoundException", NO)),
        row("503 for ever", responding(503), POLICY, fails("SERVER_ERROR", 3)),
        row("429, Retry-After: a day", peer -> peer.write(day.bytes()), POLICY, limited()),
        row("HTML instead of results", html(), POLICY, atOnce("ContractViolationException", NO)),
        row("cut off for ever", cutOff(), POLICY, fails("CONNECTION_LOST", 3)));
  }

  private static HostileServer.Script responding(int status) {
    return peer -> peer.write(RawResponse.status(status).body("canary").bytes());
  }

  private static Expected fails(String reason, int requests) {
    return atOnce("UnavailableException: " + reason, YES).after(requests);
  }

  private static Expected limited() {
    return atOnce("RateLimitedException", NO);
  }

  private static HostileServer.Script html() {
    return peer -> peer.write(RawResponse.status(200).body("<html>canary</html>").bytes());
  }

  private static HostileServer.Script cutOff() {
    return peer -> {
      peer.write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{");
      peer.hangUp();
    };
  }

  private static Stream<Row> meanwhile() {
    WaitPolicy graceful = POLICY.toBuilder().notFoundGracePeriod(Duration.ofMinutes(5)).build();
    Expected ended = atOnce("finished", YES).after(2);
    return Stream.of(
        row("503 once", first(responding(503)), POLICY, ended),
        row("cut off once", first(cutOff()), POLICY, ended),
        row("404 until the grace is over", first(responding(404)), graceful, ended),
        row("key revoked between polls", second(responding(401)), POLICY, denied()),
        row("run unknown between polls", second(responding(404)), POLICY, unknown()));
  }

  private static Expected denied() {
    return atOnce("AccessDeniedException", YES).after(2);
  }

  private static Expected unknown() {
    return atOnce("RunNotFoundException", YES).after(2);
  }

  private static HostileServer.Script first(HostileServer.Script script) {
    return inTurn(script, peer -> peer.write(ENDED));
  }

  private static HostileServer.Script second(HostileServer.Script script) {
    return inTurn(peer -> peer.write(RUNNING), script);
  }

  private static HostileServer.Script inTurn(
      HostileServer.Script once, HostileServer.Script thereafter) {
    return peer -> (peer.requests() == 1 ? once : thereafter).play(peer);
  }

  private static Row row(
      String fault, HostileServer.Script script, WaitPolicy policy, Expected expected) {
    return new Row("wait", fault, expected, within -> observe(script, policy, within));
  }

  private static Observed observe(HostileServer.Script script, WaitPolicy policy, Within within)
      throws Exception {
    VirtualTimer timer = new VirtualTimer();
    try (Trouble trouble = Trouble.onRequest(script).make();
        var adapter = RunTrial.adapter(trouble, within.deadline());
        var waiter = RunWaiter.builder(adapter).timer(timer).build()) {
      Ending ending = Ending.of(() -> outcome(waiter.start(RunTrial.RUN, policy), timer));
      Again again = trouble.requests() > 1 ? YES : NO;
      return new Observed(ending.words(), ending.took(), trouble.requests(), again);
    }
  }

  private static String outcome(CompletableFuture<WaitOutcome> wait, VirtualTimer timer)
      throws Exception {
    assertThat(Threads.soon(() -> isDoneAfterASecond(wait, timer))).isTrue();
    try {
      return wait.get().fold(finished -> "finished", person -> "person", left -> "still running");
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof Exception cause ? cause : failure;
    }
  }

  private static boolean isDoneAfterASecond(
      CompletableFuture<WaitOutcome> wait, VirtualTimer timer) {
    timer.advance(Duration.ofSeconds(1));
    return wait.isDone();
  }
}
