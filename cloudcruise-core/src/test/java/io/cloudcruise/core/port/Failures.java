package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SessionId;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Every way in which reading results can fail. */
final class Failures {
  static final SessionId RUN = new SessionId("run-1");

  private Failures() {}

  static IOException cause() {
    return new IOException("connection reset");
  }

  static Stream<RunResultsException> all() {
    return Stream.concat(aboutARun(), Stream.of(violationInASavedResponse()));
  }

  static Stream<RunResultsException> aboutARun() {
    return Stream.of(
            Stream.of(
                new AccessDeniedException(Optional.of(RUN), 401),
                new AccessDeniedException(Optional.of(RUN), 403),
                new CallInterruptedException(Optional.of(RUN)),
                new InvalidRequestException(Optional.of(RUN), 400),
                new RunNotFoundException(RUN),
                contractViolation()),
            deadlinesExceeded(),
            limits(),
            unavailable())
        .flatMap(failures -> failures);
  }

  static ContractViolationException contractViolation() {
    return new ContractViolationException(
        Optional.of(RUN), OptionalInt.of(200), "/errors/0", "object", "string");
  }

  static ContractViolationException violationInASavedResponse() {
    return new ContractViolationException(
        Optional.empty(), OptionalInt.empty(), "", "object", "no JSON at all");
  }

  static DeadlineExceededException deadlineExceeded(DeadlineExceededException.Phase phase) {
    return new DeadlineExceededException(Optional.of(RUN), phase, Duration.ofSeconds(30), cause());
  }

  static UsageLimitExceededException usageLimitExceeded() {
    return new UsageLimitExceededException(
        Optional.of(RUN),
        402,
        Optional.of("NO_PAYMENT_METHOD"),
        Optional.of(new BigDecimal("10.50")),
        Optional.of(new BigDecimal("10")));
  }

  private static Stream<RunResultsException> deadlinesExceeded() {
    return Arrays.stream(DeadlineExceededException.Phase.values()).map(Failures::deadlineExceeded);
  }

  private static Stream<RunResultsException> limits() {
    return Stream.of(
        new RateLimitedException(Optional.of(RUN), 429, Optional.empty()),
        new RateLimitedException(Optional.of(RUN), 429, Optional.of(Duration.ofSeconds(2))),
        new UsageLimitExceededException(
            Optional.of(RUN), 402, Optional.empty(), Optional.empty(), Optional.empty()),
        usageLimitExceeded());
  }

  private static Stream<RunResultsException> unavailable() {
    return Stream.concat(
        Stream.of(
            new UnavailableException(Optional.of(RUN), 503, Optional.empty()),
            new UnavailableException(Optional.of(RUN), 503, Optional.of(Duration.ofSeconds(2)))),
        Arrays.stream(UnavailableException.Reason.values())
            .map(reason -> new UnavailableException(Optional.of(RUN), reason, cause())));
  }
}
