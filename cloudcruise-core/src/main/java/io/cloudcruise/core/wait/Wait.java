package io.cloudcruise.core.wait;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus.Meaning;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RateLimited;
import io.cloudcruise.core.port.RunNotFound;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.wait.WaitOutcome.Finished;
import io.cloudcruise.core.wait.WaitOutcome.NeedsPerson;
import io.cloudcruise.core.wait.WaitOutcome.StillRunning;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One wait for one run: it looks, decides, and sleeps until the next look without a thread. Looks
 * are made one at a time, so what they have shown needs no lock; it is volatile because the time
 * may be up meanwhile.
 */
final class Wait {
  /** When the time is nearly up, one last look is made this long before. */
  private static final Duration LAST_LOOK = Duration.ofSeconds(1);

  private final Engine engine;
  private final SessionId sessionId;
  private final WaitPolicy policy;
  private final long start;
  private final Turn turn;
  private final CompletableFuture<WaitOutcome> outcome = new CompletableFuture<>();

  private volatile Sightings seen = Sightings.NONE;

  Wait(Engine engine, SessionId sessionId, WaitPolicy policy) {
    this.engine = engine;
    this.sessionId = sessionId;
    this.policy = policy;
    this.start = engine.timer().nanos();
    this.turn = new Turn(engine.timer(), () -> engine.dispatcher().add(this));
  }

  /** What comes of it. To cancel it is to give the wait up. */
  CompletableFuture<WaitOutcome> outcome() {
    return outcome;
  }

  /** Makes the first look, at once; tells when the wait is over, however it ends. */
  void begin(Runnable over) {
    Runnable deadline = engine.timer().after(policy.timeout(), this::timeIsUp);
    var unused =
        outcome.whenComplete(
            (result, failure) -> {
              deadline.run();
              turn.end();
              over.run();
            });
    turn.sleep(Duration.ZERO);
  }

  void nudge() {
    turn.nudge();
  }

  boolean isOver() {
    return outcome.isDone();
  }

  void fail(Throwable failure) {
    outcome.completeExceptionally(failure);
  }

  /** Asks the platform once; holds the calling thread meanwhile. */
  void look() {
    if (!turn.begin()) {
      return;
    }
    try {
      answered(ask());
    } catch (RunResultsException refusal) {
      refused(refusal);
    } catch (RuntimeException | Error failure) {
      fail(failure);
    }
  }

  private Optional<RunResults> ask() {
    try {
      return engine.port().find(sessionId);
    } finally {
      turn.looked();
    }
  }

  private void answered(Optional<RunResults> found) {
    if (found.isPresent()) {
      saw(found.get());
    } else {
      sawNothing();
    }
  }

  private void saw(RunResults results) {
    Duration now = waited();
    Sightings before = seen;
    seen = before.saw(results, now);
    if (results.status().isTerminal() && !before.hasEnded()) {
      learn(now);
    }
    goOn(before, nextLook(before, results, now));
  }

  private Optional<Duration> nextLook(Sightings before, RunResults results, Duration now) {
    Meaning meaning = results.status().meaning();
    if (before.hasEnded() || needsPerson(meaning)) {
      return Optional.empty();
    }
    if (results.status().isTerminal()) {
      return Optional.of(policy.lateArtifacts())
          .filter(late -> !late.isZero() && results.recordings().isEmpty());
    }
    return Optional.of(inTime(nextLookByHabit(now)));
  }

  private Duration nextLookByHabit(Duration now) {
    return engine.habits().pause(seen.workflow(), now.minus(seen.firstSeen()), engine.random());
  }

  /** A run that was never seen unfinished may have ended at any time before. */
  private void learn(Duration now) {
    if (seen.workflow().isPresent() && seen.lastUnfinished().isPresent()) {
      Duration atLeast = seen.lastUnfinished().get().minus(seen.firstSeen());
      Duration atMost = now.minus(seen.firstSeen());
      engine.habits().learn(seen.workflow().get(), atLeast, atMost);
    }
  }

  private void sawNothing() {
    Duration now = waited();
    Sightings before = seen;
    seen = before.sawNothing();
    if (before.hasEnded()) {
      goOn(before, Optional.empty());
    } else if (before.last().isEmpty() && now.compareTo(policy.grace()) < 0) {
      goOn(before, Optional.of(shorter(nextLookByHabit(now), policy.grace().minus(now))));
    } else {
      fail(new RunNotFound(sessionId));
    }
  }

  private void refused(RunResultsException refusal) {
    Sightings before = seen;
    seen = before.wasRefused(refusal);
    refusal.noteAttempts(seen.refusals());
    if (refusal instanceof RateLimited limited) {
      engine.budget().refused(limited.retryAfter());
    }
    Optional<Duration> delay = policy.retry().delay(refusal, seen.refusals(), engine.random());
    if (before.hasEnded()) {
      goOn(before, Optional.empty());
    } else if (delay.isEmpty() || isTooLate(refusal)) {
      fail(refusal);
    } else {
      goOn(before, delay);
    }
  }

  private boolean isTooLate(RunResultsException refusal) {
    Duration left = left();
    Optional<Duration> wish = RetryPolicy.wish(refusal).filter(it -> it.compareTo(left) >= 0);
    wish.ifPresent(it -> refusal.noteTooLate(it, left));
    return wish.isPresent();
  }

  /** Sleeps until the next look, or ends with what was seen if there is none. */
  private void goOn(Sightings before, Optional<Duration> nextLook) {
    tell(before, nextLook);
    nextLook.ifPresentOrElse(turn::sleep, () -> outcome.complete(result()));
  }

  private void tell(Sightings before, Optional<Duration> nextLook) {
    Sightings now = seen;
    try {
      engine
          .listener()
          .onLook(
              new WaitProgress(
                  sessionId,
                  now.status(),
                  !now.status().equals(before.status()),
                  waited(),
                  now.looks(),
                  nextLook));
    } catch (RuntimeException ignored) {
      // A listener that fails must not end the wait.
    }
  }

  private void timeIsUp() {
    Sightings now = seen;
    if (now.last().isEmpty() && now.refusal().isPresent()) {
      fail(now.refusal().get());
    } else {
      outcome.complete(result());
    }
  }

  private WaitOutcome result() {
    Sightings now = seen;
    if (now.hasEnded()) {
      return new Finished(now.last().orElseThrow(), waited(), now.looks());
    }
    return now.last()
        .filter(results -> needsPerson(results.status().meaning()))
        .<WaitOutcome>map(results -> new NeedsPerson(results, waited(), now.looks()))
        .orElseGet(() -> new StillRunning(now.last(), waited(), now.looks()));
  }

  private static boolean needsPerson(Meaning meaning) {
    return meaning == Meaning.PAUSED || meaning == Meaning.WAITING_FOR_INPUT;
  }

  private Duration waited() {
    return Duration.ofNanos(engine.timer().nanos() - start);
  }

  private Duration left() {
    Duration left = policy.timeout().minus(waited());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Not so late that the end of the run could be missed by the whole of the last sleep. */
  private Duration inTime(Duration delay) {
    Duration untilLastLook = left().minus(LAST_LOOK);
    boolean ahead = untilLastLook.compareTo(Duration.ZERO) > 0;
    return ahead ? shorter(delay, untilLastLook) : delay;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
