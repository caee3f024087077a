package io.cloudcruise.contract;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call on a thread of its own, so that a call that hangs fails and no more. */
final class OwnThread {
  /** Far longer than any call may take: what they meet bounds them by two seconds. */
  private static final Duration MAX_WAIT = Duration.ofSeconds(10);

  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final Thread thread;
  private long begin;

  /**
   * How the call ended.
   *
   * @param end by the clock that measures how long it took
   */
  record Outcome(
      @Nullable Object response, @Nullable Throwable thrown, boolean interruptFlag, long end) {}

  private OwnThread(Supplier<?> call) {
    this.begin = System.nanoTime();
    this.thread = new Thread(() -> outcome.complete(outcomeOf(call)), "contract-attempt");
    thread.setDaemon(true);
  }

  /** Begins a call. */
  static OwnThread calling(Supplier<?> call) {
    OwnThread own = new OwnThread(call);
    own.thread.start();
    return own;
  }

  /** Begins a call on a thread that is interrupted already. */
  static OwnThread callingInterrupted(Supplier<?> call) {
    return calling(
        () -> {
          Thread.currentThread().interrupt();
          return call.get();
        });
  }

  private static Outcome outcomeOf(Supplier<?> call) {
    try {
      Object response = call.get();
      return outcome(response, null);
    } catch (Throwable thrown) {
      return outcome(null, thrown);
    }
  }

  private static Outcome outcome(@Nullable Object response, @Nullable Throwable thrown) {
    boolean interruptFlag = Thread.currentThread().isInterrupted();
    return new Outcome(response, thrown, interruptFlag, System.nanoTime());
  }

  /** Interrupts the call once it is under way. */
  void interruptWhen(BooleanSupplier underWay) {
    await(() -> underWay.getAsBoolean() || outcome.isDone(), "until the call was under way");
    begin = System.nanoTime();
    thread.interrupt();
  }

  /** Waits until something is so, and fails if it takes far too long. */
  static void await(BooleanSupplier condition, String what) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > MAX_WAIT.toNanos()) {
        throw new AssertionError(MAX_WAIT + " were not enough " + what);
      }
      Thread.onSpinWait();
    }
  }

  Outcome outcome() {
    try {
      return outcome.get(MAX_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the call did not end within " + MAX_WAIT);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("the call could not be waited for", e);
    }
  }

  Throwable thrown() {
    Outcome ended = outcome();
    if (ended.thrown() == null) {
      throw new AssertionError("nothing was thrown, the call answered " + ended.response());
    }
    return ended.thrown();
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
}
