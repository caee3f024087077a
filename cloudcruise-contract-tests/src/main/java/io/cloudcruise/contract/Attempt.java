package io.cloudcruise.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.RunResultsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call of the port, on a thread of its own, so that a call that hangs fails and no more. */
final class Attempt {
  /** Far longer than any call may take: {@link Situation#SILENT} bounds them by two seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Subject subject;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final Thread thread;

  private record Outcome(
      @Nullable Object answer, @Nullable Throwable thrown, boolean interruptFlag) {}

  private Attempt(Subject subject, Supplier<?> call) {
    this.subject = subject;
    this.thread = new Thread(() -> outcome.complete(outcomeOf(call)), "contract-attempt");
    thread.setDaemon(true);
  }

  private static Outcome outcomeOf(Supplier<?> call) {
    try {
      Object answer = call.get();
      return new Outcome(answer, null, Thread.currentThread().isInterrupted());
    } catch (Throwable thrown) {
      return new Outcome(null, thrown, Thread.currentThread().isInterrupted());
    }
  }

  static Attempt find(Subject subject) {
    return new Attempt(subject, subject::find).started();
  }

  static Attempt get(Subject subject) {
    return new Attempt(subject, subject::get).started();
  }

  static Attempt interruptedBefore(Subject subject) {
    return new Attempt(
            subject,
            () -> {
              Thread.currentThread().interrupt();
              return subject.find();
            })
        .started();
  }

  static Attempt interruptedUnderWay(Subject subject) {
    Attempt attempt = find(subject);
    long start = System.nanoTime();
    while (subject.requests().getAsLong() == 0 && !attempt.outcome.isDone()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("time until the platform received the request")
          .isLessThan(PATIENCE);
      Thread.onSpinWait();
    }
    attempt.thread.interrupt();
    return attempt;
  }

  private Attempt started() {
    thread.start();
    return this;
  }

  private Outcome outcome() {
    try {
      return outcome.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the call did not end within " + PATIENCE);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("the call could not be waited for", e);
    }
  }

  /** What was thrown, which must be of the type, and name the run asked for. */
  <T extends RunResultsException> T refusal(Class<T> type) {
    T thrown = type.cast(thrown(type));
    assertThat(thrown.sessionId())
        .as("the run that the exception names")
        .contains(subject.sessionId());
    return thrown;
  }

  Throwable thrown(Class<? extends Throwable> type) {
    Throwable thrown = thrown();
    assertThat(thrown).as("what was thrown").isInstanceOf(type);
    return thrown;
  }

  private Throwable thrown() {
    Outcome ended = outcome();
    if (ended.thrown() == null) {
      throw new AssertionError("nothing was thrown, the call answered " + ended.answer());
    }
    return ended.thrown();
  }

  boolean interruptFlag() {
    return outcome().interruptFlag();
  }

  /** What was thrown with all its causes and all that was suppressed, as a log would show it. */
  String stackTrace() {
    StringWriter text = new StringWriter();
    thrown().printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  /** How many requests it took until the call had ended, well or not. */
  static long requestsFor(Subject subject) {
    long before = subject.requests().getAsLong();
    find(subject).outcome();
    return subject.requests().getAsLong() - before;
  }
}
