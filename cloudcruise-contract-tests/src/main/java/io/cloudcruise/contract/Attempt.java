package io.cloudcruise.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.RunResultsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
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
  private long begin;

  private record Outcome(
      @Nullable Object answer, @Nullable Throwable thrown, boolean interruptFlag, long end) {}

  private Attempt(Subject subject, Supplier<?> call) {
    this.subject = subject;
    this.begin = System.nanoTime();
    this.thread = new Thread(() -> outcome.complete(outcomeOf(call)), "contract-attempt");
    thread.setDaemon(true);
  }

  private static Outcome outcomeOf(Supplier<?> call) {
    try {
      Object answer = call.get();
      return outcome(answer, null);
    } catch (Throwable thrown) {
      return outcome(null, thrown);
    }
  }

  private static Outcome outcome(@Nullable Object answer, @Nullable Throwable thrown) {
    boolean interruptFlag = Thread.currentThread().isInterrupted();
    return new Outcome(answer, thrown, interruptFlag, System.nanoTime());
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
    long before = subject.requests().getAsLong();
    Attempt attempt = find(subject);
    long start = System.nanoTime();
    while (subject.requests().getAsLong() == before && !attempt.outcome.isDone()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("time until the platform received the request")
          .isLessThan(PATIENCE);
      Thread.onSpinWait();
    }
    attempt.begin = System.nanoTime();
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

  /** What the call found. */
  @SuppressWarnings("unchecked") // find answers no other type
  Optional<RunResults> found() {
    return (Optional<RunResults>) answer();
  }

  /** What the call answered. */
  Object answer() {
    Outcome ended = outcome();
    if (ended.thrown() instanceof RuntimeException thrown) {
      throw thrown;
    }
    return Objects.requireNonNull(ended.answer(), "the call answered null");
  }

  /** How long the call took, from its begin or from the interruption on. */
  Duration took() {
    return Duration.ofNanos(outcome().end() - begin);
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
