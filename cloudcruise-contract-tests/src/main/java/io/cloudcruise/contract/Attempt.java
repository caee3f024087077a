package io.cloudcruise.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.RunResultsException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** One call of the port for run results. */
final class Attempt {
  private final Subject subject;
  private final OwnThread call;

  private Attempt(Subject subject, OwnThread call) {
    this.subject = subject;
    this.call = call;
  }

  static Attempt find(Subject subject) {
    return new Attempt(subject, OwnThread.calling(subject::find));
  }

  static Attempt get(Subject subject) {
    return new Attempt(subject, OwnThread.calling(subject::get));
  }

  static Attempt interruptedBefore(Subject subject) {
    return new Attempt(subject, OwnThread.callingInterrupted(subject::find));
  }

  static Attempt interruptedUnderWay(Subject subject) {
    long before = subject.requests().getAsLong();
    Attempt attempt = find(subject);
    attempt.call.interruptWhen(() -> subject.requests().getAsLong() > before);
    return attempt;
  }

  /** What was thrown, which must be of the type, and name the run asked for. */
  <T extends RunResultsException> T failure(Class<T> type) {
    T thrown = type.cast(thrown(type));
    assertThat(thrown.sessionId())
        .as("the run that the exception names")
        .contains(subject.sessionId());
    return thrown;
  }

  Throwable thrown(Class<? extends Throwable> type) {
    Throwable thrown = call.thrown();
    assertThat(thrown).as("what was thrown").isInstanceOf(type);
    return thrown;
  }

  /** What the call found. */
  @SuppressWarnings("unchecked") // find answers no other type
  Optional<RunResults> found() {
    return (Optional<RunResults>) response();
  }

  /** What the call answered. */
  Object response() {
    OwnThread.Outcome ended = call.outcome();
    if (ended.thrown() instanceof RuntimeException thrown) {
      throw thrown;
    }
    return Objects.requireNonNull(ended.response(), "the call answered null");
  }

  /** How long the call took, from its begin or from the interruption on. */
  Duration took() {
    return call.took();
  }

  boolean interruptFlag() {
    return call.interruptFlag();
  }

  /** What was thrown with all its causes and all that was suppressed, as a log would show it. */
  String stackTrace() {
    return call.stackTrace();
  }

  /** How many requests it took until the call had ended, well or not. */
  static long requestsFor(Subject subject) {
    long before = subject.requests().getAsLong();
    find(subject).call.outcome();
    return subject.requests().getAsLong() - before;
  }
}
