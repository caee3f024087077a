package io.cloudcruise.core.port;

import static io.cloudcruise.core.port.Failures.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.port.UnavailableException.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the failures say, word for word: it ends up in logs and in front of people. */
class MessagesTest {
  private static final Optional<Duration> TWO_SECONDS = Optional.of(Duration.ofSeconds(2));

  private static Arguments says(Supplier<RunResultsException> failure, String message) {
    return arguments(named(failure.get().getClass().getSimpleName(), failure), message);
  }

  private static Stream<Arguments> errorResponses() {
    return Stream.of(
        says(
            () -> new AccessDeniedException(Optional.of(RUN), 401),
            "run run-1: access denied: the platform does not accept the API key (HTTP 401)"),
        says(
            () -> new AccessDeniedException(Optional.of(RUN), 403),
            "run run-1: access denied: the API key is not allowed to read this run (HTTP 403)"),
        says(() -> new CallInterruptedException(Optional.of(RUN)), "run run-1: interrupted"),
        says(
            () -> new InvalidRequestException(Optional.of(RUN), 400),
            "run run-1: the platform does not accept the request: check the session id (HTTP 400)"),
        says(() -> new RunNotFoundException(RUN), "run run-1: the platform knows no such run"),
        says(
            () -> Failures.contractViolation(),
            "run run-1: the response breaks the contract at /errors/0: expected object, found string"
                + " (HTTP 200)"),
        says(
            () ->
                new ContractViolationException(
                    Optional.empty(), OptionalInt.empty(), "/a\nb", "c\u2028d", "e\u202Ef"),
            "the response breaks the contract at /a?b: expected c?d, found e?f"),
        says(
            () -> Failures.violationInASavedResponse(),
            "the response breaks the contract: expected object, found no JSON at all"));
  }

  private static Stream<Arguments> limits() {
    return Stream.of(
        says(
            () -> new RateLimitedException(Optional.of(RUN), 429, Optional.empty()),
            "run run-1: rate limit hit (HTTP 429)"),
        says(
            () -> new RateLimitedException(Optional.of(RUN), 429, TWO_SECONDS),
            "run run-1: rate limit hit, retry after PT2S (HTTP 429)"),
        says(
            () ->
                new UsageLimitExceededException(
                    Optional.of(RUN), 402, Optional.empty(), Optional.empty(), Optional.empty()),
            "run run-1: usage limit exceeded (HTTP 402)"),
        says(
            () ->
                new UsageLimitExceededException(
                    Optional.of(RUN),
                    402,
                    Optional.empty(),
                    Optional.of(BigDecimal.TEN),
                    Optional.empty()),
            "run run-1: usage limit exceeded, used 10 hours (HTTP 402)"),
        says(
            () ->
                new UsageLimitExceededException(
                    Optional.of(RUN),
                    402,
                    Optional.of("prose with a canary"),
                    Optional.of(new BigDecimal("1E+3")),
                    Optional.empty()),
            "run run-1: usage limit exceeded, used 1E+3 hours (HTTP 402)"),
        says(
            () -> Failures.usageLimitExceeded(),
            "run run-1: usage limit exceeded: NO_PAYMENT_METHOD, used 10.50 hours, limit 10 hours"
                + " (HTTP 402)"));
  }

  private static Stream<Arguments> outages() {
    return Stream.of(
        says(
            () -> new UnavailableException(Optional.of(RUN), 503, Optional.empty()),
            "run run-1: platform unavailable: it cannot do its work (HTTP 503)"),
        says(
            () -> new UnavailableException(Optional.of(RUN), 503, TWO_SECONDS),
            "run run-1: platform unavailable: it cannot do its work, retry after PT2S (HTTP 503)"),
        says(
            () -> new UnavailableException(Optional.of(RUN), Reason.CANNOT_CONNECT, null),
            "run run-1: platform unavailable: cannot connect"),
        says(
            () -> new UnavailableException(Optional.of(RUN), Reason.CONNECTION_LOST, null),
            "run run-1: platform unavailable: the connection broke before the response was complete"),
        says(
            () -> new UnavailableException(Optional.of(RUN), Reason.NOT_TRUSTED, null),
            "run run-1: platform unavailable: no trusted TLS connection, check certificates and"
                + " trust store"),
        says(
            () -> new UnavailableException(Optional.of(RUN), Reason.CLOSED, null),
            "run run-1: platform unavailable: the adapter was closed during the call"));
  }

  private static Stream<Arguments> deadlines() {
    return Stream.of(
        says(
            () -> Failures.deadlineExceeded(Phase.CONNECTING),
            "run run-1: deadline of PT30S exceeded while connecting"),
        says(
            () -> Failures.deadlineExceeded(Phase.WAITING_FOR_RESPONSE),
            "run run-1: deadline of PT30S exceeded while waiting for response"),
        says(
            () -> Failures.deadlineExceeded(Phase.READING_RESPONSE),
            "run run-1: deadline of PT30S exceeded while reading response"),
        says(
            () -> Failures.deadlineExceeded(Phase.DECODING_RESPONSE),
            "run run-1: deadline of PT30S exceeded while decoding response"));
  }

  @ParameterizedTest
  @MethodSource({"errorResponses", "limits", "outages", "deadlines"})
  void saysWhatHappened(Supplier<RunResultsException> failure, String message) {
    assertThat(failure.get()).hasMessage(message);
  }
}
