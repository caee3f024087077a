package io.cloudcruise.core.wait;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunNotFoundException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.wait.WaitOutcome.Finished;
import io.cloudcruise.core.wait.WaitOutcome.NeedsPerson;
import io.cloudcruise.core.wait.WaitOutcome.StillRunning;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One wait for one run: it polls, decides, and sleeps until the next poll without a thread. Polls
 * are made one at a time, so what they have shown needs no lock; it is volatile because the time
 * may be up meanwhile.
 */
final class Wait {
  /** When the time is nearly up, one last poll is made this long before. */
  private static final Duration LAST_POLL = Duration.ofSeconds(1);

  private final WaitContext context;
  private final SessionId sessionId;
  private final WaitPolicy policy;
  private final long start;
  private final WaitState turn;
  private final CompletableFuture<WaitOutcome> outcome = new CompletableFuture<>();

  private volatile PollState seen = PollState.NONE;

  Wait(WaitContext context, SessionId sessionId, WaitPolicy policy) {
    this.context = context;
    this.sessionId = sessionId;
    this.policy = policy;
    this.start = context.timer().nanos();
    this.turn = new WaitState(context.timer(), () -> context.dispatcher().add(this));
  }

  /** What comes of it. To cancel it is to give the wait up. */
  CompletableFuture<WaitOutcome> outcome() {
    return outcome;
  }

  /** Makes the first poll, at once; tells when the wait is over, however it ends. */
  void begin(Runnable over) {
    Runnable deadline = context.timer().after(policy.timeout(), this::timeIsUp);
    var unused =
        outcome.whenComplete(
            (result, failure) -> {
              deadline.run();
              turn.end();
              over.run();
            });
    turn.sleep(Duration.ZERO);
  }

  void pollNow() {
    turn.pollNow();
  }

  boolean isOver() {
    return outcome.isDone();
  }

  void fail(Throwable failure) {
    outcome.completeExceptionally(failure);
  }

  /** Asks the platform once; holds the calling thread meanwhile. */
  void poll() {
    if (!turn.begin()) {
      return;
    }
    try {
      responded(ask());
    } catch (RunResultsException failure) {
      failed(failure);
    } catch (RuntimeException | Error failure) {
      fail(failure);
    }
  }

  private Optional<RunResults> ask() {
    try {
      return context.port().find(sessionId);
    } finally {
      turn.polled();
    }
  }

  private void responded(Optional<RunResults> found) {
    if (found.isPresent()) {
      saw(found.get());
    } else {
      sawNothing();
    }
  }

  private void saw(RunResults results) {
    Duration now = waited();
    PollState before = seen;
    seen = before.saw(results, now);
    if (results.status().isTerminal() && !before.hasEnded()) {
      learn(now);
    }
    goOn(before, nextPoll(before, results, now));
  }

  private Optional<Duration> nextPoll(PollState before, RunResults results, Duration now) {
    Kind kind = results.status().kind();
    if (before.hasEnded() || needsPerson(kind)) {
      return Optional.empty();
    }
    if (results.status().isTerminal()) {
      return Optional.of(policy.lateArtifacts())
          .filter(late -> !late.isZero() && results.recordings().isEmpty());
    }
    return Optional.of(inTime(nextPollByStatistics(now)));
  }

  private Duration nextPollByStatistics(Duration now) {
    return context
        .statistics()
        .pause(seen.workflow(), now.minus(seen.firstSeen()), context.random());
  }

  /** A run that was never seen unfinished may have ended at any time before. */
  private void learn(Duration now) {
    if (seen.workflow().isPresent() && seen.lastUnfinished().isPresent()) {
      Duration atLeast = seen.lastUnfinished().get().minus(seen.firstSeen());
      Duration atMost = now.minus(seen.firstSeen());
      context.statistics().learn(seen.workflow().get(), atLeast, atMost);
    }
  }

  private void sawNothing() {
    Duration now = waited();
    PollState before = seen;
    seen = before.sawNothing();
    if (before.hasEnded()) {
      goOn(before, Optional.empty());
    } else if (before.last().isEmpty() && now.compareTo(policy.notFoundGracePeriod()) < 0) {
      goOn(
          before,
          Optional.of(shorter(nextPollByStatistics(now), policy.notFoundGracePeriod().minus(now))));
    } else {
      fail(new RunNotFoundException(sessionId));
    }
  }

  private void failed(RunResultsException failure) {
    PollState before = seen;
    if (failure instanceof RateLimitedException limited && limited.httpStatus().isPresent()) {
      context.limiter().onRateLimited(limited.retryAfter());
    }
    RunResultsException counted = failure.withAttempts(before.failures() + 1);
    seen = before.failed(counted);
    Optional<Duration> delay = policy.retry().delay(counted, seen.failures(), context.random());
    if (before.hasEnded()) {
      goOn(before, Optional.empty());
    } else if (delay.isEmpty()) {
      fail(counted);
    } else {
      goOnUnlessTooLate(before, counted, delay);
    }
  }

  private void goOnUnlessTooLate(
      PollState before, RunResultsException failure, Optional<Duration> delay) {
    Duration left = left();
    Optional<Duration> tooLong =
        RetryPolicy.retryAfter(failure).filter(wait -> wait.compareTo(left) >= 0);
    if (tooLong.isPresent()) {
      fail(failure.withAttempts(failure.attempts(), tooLong.get(), left));
    } else {
      goOn(before, delay);
    }
  }

  /** Sleeps until the next poll, or ends with what was seen if there is none. */
  private void goOn(PollState before, Optional<Duration> nextPoll) {
    tell(before, nextPoll);
    nextPoll.ifPresentOrElse(turn::sleep, () -> outcome.complete(result()));
  }

  private void tell(PollState before, Optional<Duration> nextPoll) {
    PollState now = seen;
    try {
      context
          .listener()
          .onPoll(
              WaitProgress.builder(sessionId)
                  .status(now.status())
                  .changed(!now.status().equals(before.status()))
                  .waited(waited())
                  .polls(now.polls())
                  .nextPoll(nextPoll)
                  .build());
    } catch (RuntimeException ignored) {
      // A listener that fails must not end the wait.
    }
  }

  private void timeIsUp() {
    PollState now = seen;
    if (now.last().isEmpty() && now.failure().isPresent()) {
      fail(now.failure().get());
    } else {
      outcome.complete(result());
    }
  }

  private WaitOutcome result() {
    PollState now = seen;
    if (now.hasEnded()) {
      return Finished.of(now.last().orElseThrow(), waited(), now.polls());
    }
    return now.last()
        .filter(results -> needsPerson(results.status().kind()))
        .<WaitOutcome>map(results -> NeedsPerson.of(results, waited(), now.polls()))
        .orElseGet(() -> StillRunning.of(now.last(), waited(), now.polls()));
  }

  private static boolean needsPerson(Kind kind) {
    return kind == Kind.PAUSED || kind == Kind.WAITING_FOR_INPUT;
  }

  private Duration waited() {
    return Duration.ofNanos(context.timer().nanos() - start);
  }

  private Duration left() {
    Duration left = policy.timeout().minus(waited());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Not so late that the end of the run could be missed by the whole of the last sleep. */
  private Duration inTime(Duration delay) {
    Duration untilLastPoll = left().minus(LAST_POLL);
    boolean ahead = untilLastPoll.compareTo(Duration.ZERO) > 0;
    return ahead ? shorter(delay, untilLastPoll) : delay;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
