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
    return Stream.concat(aboutARun(), Stream.of(violationInASavedAnswer()));
  }

  static Stream<RunResultsException> aboutARun() {
    return Stream.of(
            Stream.of(
                new AccessDenied(RUN, 401),
                new AccessDenied(RUN, 403),
                new CallInterrupted(RUN),
                new InvalidRequest(RUN, 400),
                new RunNotFound(RUN),
                contractViolation()),
            deadlinesExceeded(),
            limits(),
            unavailable())
        .flatMap(failures -> failures);
  }

  static ContractViolation contractViolation() {
    return new ContractViolation(
        Optional.of(RUN), OptionalInt.of(200), "/errors/0", "object", "string");
  }

  static ContractViolation violationInASavedAnswer() {
    return new ContractViolation(
        Optional.empty(), OptionalInt.empty(), "", "object", "no JSON at all");
  }

  static DeadlineExceeded deadlineExceeded(DeadlineExceeded.Phase phase) {
    return new DeadlineExceeded(RUN, phase, Duration.ofSeconds(30), cause());
  }

  static UsageLimitExceeded usageLimitExceeded() {
    return new UsageLimitExceeded(
        RUN,
        402,
        Optional.of("NO_PAYMENT_METHOD"),
        Optional.of(new BigDecimal("10.50")),
        Optional.of(new BigDecimal("10")));
  }

  private static Stream<RunResultsException> deadlinesExceeded() {
    return Arrays.stream(DeadlineExceeded.Phase.values()).map(Failures::deadlineExceeded);
  }

  private static Stream<RunResultsException> limits() {
    return Stream.of(
        new RateLimited(RUN, 429, Optional.empty()),
        new RateLimited(RUN, 429, Optional.of(Duration.ofSeconds(2))),
        new UsageLimitExceeded(RUN, 402, Optional.empty(), Optional.empty(), Optional.empty()),
        usageLimitExceeded());
  }

  private static Stream<RunResultsException> unavailable() {
    return Stream.concat(
        Stream.of(
            new Unavailable(RUN, 503, Optional.empty()),
            new Unavailable(RUN, 503, Optional.of(Duration.ofSeconds(2)))),
        Arrays.stream(Unavailable.Reason.values())
            .map(reason -> new Unavailable(RUN, reason, cause())));
  }
}
