package io.cloudcruise.core.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.InvalidRequestException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunNotFoundException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UnavailableException.Reason;
import io.cloudcruise.core.port.UsageLimitExceededException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetryPolicyTest {
  private static final SessionId RUN = new SessionId("a-run");
  private final UnavailableException lost =
      new UnavailableException(Optional.of(RUN), Reason.CONNECTION_LOST, null);
  private static final Optional<Duration> RETRY_AFTER = Optional.of(Duration.ofMinutes(3));

  private final RandomGenerator random = new SplittableRandom(1);

  static Stream<RunResultsException> aTransientFailureIsRetried() {
    return Stream.of(
        new UnavailableException(Optional.of(RUN), Reason.CONNECTION_LOST, null),
        new UnavailableException(Optional.of(RUN), Reason.CANNOT_CONNECT, null),
        new UnavailableException(Optional.of(RUN), 503, Optional.empty()),
        new RateLimitedException(Optional.of(RUN), 429, Optional.empty()),
        new RateLimitedException(Optional.of(RUN), Optional.empty()),
        new DeadlineExceededException(
            Optional.of(RUN),
            DeadlineExceededException.Phase.READING_RESPONSE,
            Duration.ofSeconds(1),
            null));
  }

  @ParameterizedTest
  @MethodSource
  void aTransientFailureIsRetried(RunResultsException failure) {
    assertThat(RetryPolicy.STANDARD.delay(failure, 1, random)).isPresent();
  }

  static Stream<RunResultsException> aPermanentFailureIsNotRetried() {
    return Stream.of(
        new AccessDeniedException(Optional.of(RUN), 401),
        new AccessDeniedException(Optional.of(RUN), 403),
        new RunNotFoundException(RUN),
        new InvalidRequestException(Optional.of(RUN), 422),
        new CallInterruptedException(Optional.of(RUN)),
        new UsageLimitExceededException(
            Optional.of(RUN), 402, Optional.empty(), Optional.empty(), Optional.empty()),
        new ContractViolationException(
            Optional.of(RUN), OptionalInt.of(200), "", "an object", "text"),
        new UnavailableException(Optional.of(RUN), Reason.NOT_TRUSTED, null),
        new UnavailableException(Optional.of(RUN), Reason.CLOSED, null));
  }

  @ParameterizedTest
  @MethodSource
  void aPermanentFailureIsNotRetried(RunResultsException failure) {
    assertThat(RetryPolicy.STANDARD.delay(failure, 1, random)).isEmpty();
  }

  @Test
  void thereAreNoMoreAttemptsThanAllowed() {
    assertThat(RetryPolicy.STANDARD.delay(lost, 3, random)).isPresent();
    assertThat(RetryPolicy.STANDARD.delay(lost, 4, random)).isEmpty();
    assertThat(RetryPolicy.NONE.delay(lost, 1, random)).isEmpty();
  }

  @Test
  void retryAfterIsTheDelayBeforeTheNextAttempt() {
    assertThat(
            RetryPolicy.STANDARD.delay(
                new RateLimitedException(Optional.of(RUN), 429, RETRY_AFTER), 1, random))
        .isEqualTo(RETRY_AFTER);
    assertThat(
            RetryPolicy.STANDARD.delay(
                new UnavailableException(Optional.of(RUN), 503, RETRY_AFTER), 3, random))
        .isEqualTo(RETRY_AFTER);
  }

  @ParameterizedTest
  @CsvSource({"1, 500", "2, 1000", "3, 2000", "6, 16000", "7, 20000", "2000, 20000"})
  void backoffLiesAnywhereBelowABoundThatDoublesUpToALimit(int attempt, double boundMillis) {
    RetryPolicy policy =
        RetryPolicy.builder()
            .maxAttempts(5_000)
            .initialBackoff(Duration.ofMillis(500))
            .maxBackoff(Duration.ofSeconds(20))
            .build();
    double[] delays =
        DoubleStream.generate(() -> policy.delay(lost, attempt, random).orElseThrow().toNanos())
            .limit(1_000)
            .map(nanos -> nanos / 1e6 / boundMillis)
            .toArray();
    assertThat(DoubleStream.of(delays).min().orElseThrow()).isBetween(0.0, 0.05);
    assertThat(DoubleStream.of(delays).max().orElseThrow()).isBetween(0.95, 1.0);
    assertThat(DoubleStream.of(delays).average().orElseThrow()).isBetween(0.45, 0.55);
  }

  @Test
  void withoutABoundTheNextAttemptIsMadeAtOnce() {
    assertThat(
            RetryPolicy.builder()
                .maxAttempts(2)
                .initialBackoff(Duration.ZERO)
                .maxBackoff(Duration.ZERO)
                .build()
                .delay(lost, 1, random))
        .contains(Duration.ZERO);
  }

  @Test
  void impossibleFiguresAreRefused() {
    assertThatThrownBy(
            () ->
                RetryPolicy.builder()
                    .maxAttempts(0)
                    .initialBackoff(Duration.ZERO)
                    .maxBackoff(Duration.ZERO)
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("needs at least one attempt, got 0");
    assertThatThrownBy(
            () ->
                RetryPolicy.builder()
                    .maxAttempts(1)
                    .initialBackoff(Duration.ofNanos(-1))
                    .maxBackoff(Duration.ZERO)
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("initialBackoff must be from zero to a year");
  }
}
