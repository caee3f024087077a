package io.cloudcruise.core.port;

import static io.cloudcruise.core.port.Failures.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cloudcruise.core.port.DeadlineExceeded.Phase;
import io.cloudcruise.core.port.Unavailable.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunResultsExceptionTest {
  private static Stream<Arguments> statuses() {
    return Stream.of(
        arguments(new AccessDenied(RUN, 401), OptionalInt.of(401)),
        arguments(new AccessDenied(RUN, 403), OptionalInt.of(403)),
        arguments(new CallInterrupted(RUN), OptionalInt.empty()),
        arguments(Failures.contractViolation(), OptionalInt.of(200)),
        arguments(Failures.violationInASavedAnswer(), OptionalInt.empty()),
        arguments(Failures.deadlineExceeded(Phase.CONNECTING), OptionalInt.empty()),
        arguments(new InvalidRequest(RUN, 422), OptionalInt.of(422)),
        arguments(new RateLimited(RUN, 429, Optional.empty()), OptionalInt.of(429)),
        arguments(new RunNotFound(RUN), OptionalInt.empty()),
        arguments(new Unavailable(RUN, 503, Optional.empty()), OptionalInt.of(503)),
        arguments(new Unavailable(RUN, Reason.CONNECTION_LOST, null), OptionalInt.empty()),
        arguments(Failures.usageLimitExceeded(), OptionalInt.of(402)));
  }

  private static Stream<RunResultsException> retryable() {
    return Stream.of(
        Failures.deadlineExceeded(Phase.CONNECTING),
        Failures.deadlineExceeded(Phase.WAITING_FOR_ANSWER),
        Failures.deadlineExceeded(Phase.READING_ANSWER),
        Failures.deadlineExceeded(Phase.DECODING_ANSWER),
        new RateLimited(RUN, 429, Optional.empty()),
        new Unavailable(RUN, 503, Optional.empty()),
        new Unavailable(RUN, Reason.SERVER_ERROR, null),
        new Unavailable(RUN, Reason.CANNOT_CONNECT, null),
        new Unavailable(RUN, Reason.CONNECTION_LOST, null));
  }

  private static Stream<RunResultsException> notRetryable() {
    return Stream.of(
        new AccessDenied(RUN, 401),
        new AccessDenied(RUN, 403),
        new CallInterrupted(RUN),
        Failures.contractViolation(),
        new InvalidRequest(RUN, 400),
        new RunNotFound(RUN),
        new Unavailable(RUN, Reason.NOT_TRUSTED, null),
        new Unavailable(RUN, Reason.CLOSED, null),
        Failures.usageLimitExceeded());
  }

  private static Stream<Arguments> causes() {
    var cause = Failures.cause();
    return Stream.of(
        arguments(new DeadlineExceeded(RUN, Phase.CONNECTING, Duration.ZERO, cause), cause),
        arguments(new Unavailable(RUN, Reason.CONNECTION_LOST, cause), cause),
        arguments(new DeadlineExceeded(RUN, Phase.CONNECTING, Duration.ZERO, null), null),
        arguments(new Unavailable(RUN, Reason.CLOSED, null), null),
        arguments(new Unavailable(RUN, 500, Optional.empty()), null),
        arguments(new AccessDenied(RUN, 401), null));
  }

  @Test
  void comesInTheTypesThatAreTestedHere() {
    assertThat(RunResultsException.class.getPermittedSubclasses())
        .containsExactlyInAnyOrderElementsOf(
            Failures.all().<Class<?>>map(Object::getClass).distinct().toList());
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void carriesTheHttpStatusOfTheAnswer(RunResultsException failure, OptionalInt status) {
    assertThat(failure.httpStatus()).isEqualTo(status);
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void endsItsMessageWithTheHttpStatus(RunResultsException failure, OptionalInt status) {
    var message = assertThat(failure).message();

    status.ifPresentOrElse(
        code -> message.endsWith(" (HTTP " + code + ")"), () -> message.doesNotContain("HTTP"));
  }

  @ParameterizedTest
  @MethodSource("retryable")
  void isRetryableIfTheSameCallCanSucceedLater(RunResultsException failure) {
    assertThat(failure.isRetryable()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("notRetryable")
  void isNotRetryableIfSomethingHasToChangeFirst(RunResultsException failure) {
    assertThat(failure.isRetryable()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.core.port.Failures#aboutARun")
  void carriesTheRunAskedFor(RunResultsException failure) {
    assertThat(failure.sessionId()).contains(RUN);
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.core.port.Failures#aboutARun")
  void beginsItsMessageWithTheRunAskedFor(RunResultsException failure) {
    assertThat(failure).hasMessageStartingWith("run run-1: ");
  }

  @Test
  void carriesNoRunIfASavedAnswerIsRead() {
    assertThat(Failures.violationInASavedAnswer().sessionId()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("causes")
  void carriesTheCauseGiven(RunResultsException failure, @Nullable Throwable cause) {
    assertThat(failure.getCause()).isSameAs(cause);
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.core.port.Failures#all")
  void doesNotQuoteItsCause(RunResultsException failure) {
    assertThat(failure).message().doesNotContain("connection reset");
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.core.port.Failures#all")
  void keepsItsMessageOnOneLine(RunResultsException failure) {
    assertThat(failure).message().isNotBlank().doesNotContain("\n", "\r");
  }
}
