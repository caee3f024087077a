package io.cloudcruise.core.port;

import static io.cloudcruise.core.port.Failures.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.port.UnavailableException.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a failure says to a program that goes by its type. */
class FailureDetailsTest {
  private static final Optional<Duration> TWO_SECONDS = Optional.of(Duration.ofSeconds(2));

  @Test
  void contractViolationNamesPlaceAndKinds() {
    var violation = Failures.contractViolation();

    assertThat(violation.path()).isEqualTo("/errors/0");
    assertThat(violation.expected()).isEqualTo("object");
    assertThat(violation.found()).isEqualTo("string");
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void deadlineExceededNamesPhaseAndDeadline(Phase phase) {
    var failure = Failures.deadlineExceeded(phase);

    assertThat(failure.phase()).isEqualTo(phase);
    assertThat(failure.deadline()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void rateLimitedSaysHowLongToWait() {
    assertThat(new RateLimitedException(Optional.of(RUN), 429, TWO_SECONDS).retryAfter())
        .isEqualTo(TWO_SECONDS);
  }

  @Test
  void rateLimitedDoesNotInventHowLongToWait() {
    assertThat(new RateLimitedException(Optional.of(RUN), 429, Optional.empty()).retryAfter())
        .isEmpty();
  }

  @Test
  void unavailableIsAServerErrorIfThePlatformResponded() {
    var failure = new UnavailableException(Optional.of(RUN), 503, TWO_SECONDS);

    assertThat(failure.reason()).isEqualTo(Reason.SERVER_ERROR);
    assertThat(failure.retryAfter()).isEqualTo(TWO_SECONDS);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void unavailableNamesTheReasonIfThePlatformDidNotRespond(Reason reason) {
    var failure = new UnavailableException(Optional.of(RUN), reason, null);

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.retryAfter()).isEmpty();
  }

  @Test
  void usageLimitExceededNamesReasonUsageAndLimit() {
    var failure = Failures.usageLimitExceeded();

    assertThat(failure.reason()).contains("NO_PAYMENT_METHOD");
    assertThat(failure.usage()).contains(new BigDecimal("10.50"));
    assertThat(failure.limit()).contains(new BigDecimal("10"));
  }

  @Test
  void usageLimitExceededIsEmptyWhereNothingWasSent() {
    var failure =
        new UsageLimitExceededException(
            Optional.of(RUN), 402, Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(failure.reason()).isEmpty();
    assertThat(failure.usage()).isEmpty();
    assertThat(failure.limit()).isEmpty();
  }
}
