package io.cloudcruise.core.port;

import static io.cloudcruise.core.port.Failures.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.port.UnavailableException.Reason;
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
        arguments(new AccessDeniedException(Optional.of(RUN), 401), OptionalInt.of(401)),
        arguments(new AccessDeniedException(Optional.of(RUN), 403), OptionalInt.of(403)),
        arguments(new CallInterruptedException(Optional.of(RUN)), OptionalInt.empty()),
        arguments(Failures.contractViolation(), OptionalInt.of(200)),
        arguments(Failures.violationInASavedResponse(), OptionalInt.empty()),
        arguments(Failures.deadlineExceeded(Phase.CONNECTING), OptionalInt.empty()),
        arguments(new InvalidRequestException(Optional.of(RUN), 422), OptionalInt.of(422)),
        arguments(
            new RateLimitedException(Optional.of(RUN), 429, Optional.empty()), OptionalInt.of(429)),
        arguments(new RunNotFoundException(RUN), OptionalInt.empty()),
        arguments(
            new UnavailableException(Optional.of(RUN), 503, Optional.empty()), OptionalInt.of(503)),
        arguments(
            new UnavailableException(Optional.of(RUN), Reason.CONNECTION_LOST, null),
            OptionalInt.empty()),
        arguments(Failures.usageLimitExceeded(), OptionalInt.of(402)));
  }

  private static Stream<RunResultsException> retryable() {
    return Stream.of(
        Failures.deadlineExceeded(Phase.CONNECTING),
        Failures.deadlineExceeded(Phase.WAITING_FOR_RESPONSE),
        Failures.deadlineExceeded(Phase.READING_RESPONSE),
        Failures.deadlineExceeded(Phase.DECODING_RESPONSE),
        new RateLimitedException(Optional.of(RUN), 429, Optional.empty()),
        new UnavailableException(Optional.of(RUN), 503, Optional.empty()),
        new UnavailableException(Optional.of(RUN), Reason.SERVER_ERROR, null),
        new UnavailableException(Optional.of(RUN), Reason.CANNOT_CONNECT, null),
        new UnavailableException(Optional.of(RUN), Reason.CONNECTION_LOST, null));
  }

  private static Stream<RunResultsException> notRetryable() {
    return Stream.of(
        new AccessDeniedException(Optional.of(RUN), 401),
        new AccessDeniedException(Optional.of(RUN), 403),
        new CallInterruptedException(Optional.of(RUN)),
        Failures.contractViolation(),
        new InvalidRequestException(Optional.of(RUN), 400),
        new RunNotFoundException(RUN),
        new UnavailableException(Optional.of(RUN), Reason.NOT_TRUSTED, null),
        new UnavailableException(Optional.of(RUN), Reason.CLOSED, null),
        Failures.usageLimitExceeded());
  }

  private static Stream<Arguments> causes() {
    var cause = Failures.cause();
    return Stream.of(
        arguments(
            new DeadlineExceededException(Optional.of(RUN), Phase.CONNECTING, Duration.ZERO, cause),
            cause),
        arguments(new UnavailableException(Optional.of(RUN), Reason.CONNECTION_LOST, cause), cause),
        arguments(
            new DeadlineExceededException(Optional.of(RUN), Phase.CONNECTING, Duration.ZERO, null),
            null),
        arguments(new UnavailableException(Optional.of(RUN), Reason.CLOSED, null), null),
        arguments(new UnavailableException(Optional.of(RUN), 500, Optional.empty()), null),
        arguments(new AccessDeniedException(Optional.of(RUN), 401), null));
  }

  @Test
  void comesInTheTypesThatAreTestedHere() {
    assertThat(RunResultsException.class.getPermittedSubclasses())
        .containsExactlyInAnyOrderElementsOf(
            Failures.all().<Class<?>>map(Object::getClass).distinct().toList());
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void carriesTheHttpStatusOfTheResponse(RunResultsException failure, OptionalInt status) {
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
  void carriesNoRunIfASavedResponseIsRead() {
    assertThat(Failures.violationInASavedResponse().sessionId()).isEmpty();
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
