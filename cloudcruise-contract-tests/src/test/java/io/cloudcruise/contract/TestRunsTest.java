package io.cloudcruise.contract;

import static io.cloudcruise.contract.RunResultsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.model.Advice;
import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.OutputMismatchException;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestRunsTest {
  @Test
  void eachRunHasASessionIdOfItsOwnThatIsAUuid() {
    SessionId id = TestRuns.succeeded().sessionId();
    assertThat(id).isNotEqualTo(TestRuns.succeeded().sessionId());
    assertThat(UUID.fromString(id.value()).version()).isEqualTo(4);
  }

  @Test
  void outputGivenAsJsonIsReadAsACallersOwnType() {
    RunResults run = TestRuns.succeeded("{\"day\":\"2026-02-03\"}");

    assertThat(run.output().orElseThrow().as(Due.class))
        .isEqualTo(new Due(LocalDate.of(2026, 2, 3)));
  }

  record Due(LocalDate day) {}

  @Test
  void outputThatIsNoJsonIsRefusedAtOnce() {
    assertThatThrownBy(() -> TestRuns.succeeded("{\"day\":"))
        .isInstanceOf(OutputMismatchException.class);
  }

  @Test
  void anErrorOfACategoryHasItsAdvice() {
    assertThat(TestRuns.failedWith(ErrorCategory.Kind.AUTHENTICATION_ERROR))
        .hasFailed()
        .onlyError()
        .hasAdvice(Advice.RENEW_CREDENTIAL);
  }

  @Test
  void aRecoveredRunHasSucceededAndItsErrorIsRecovered() {
    assertThat(TestRuns.recovered()).hasSucceeded().wasRecovered().onlyError().isRecovered();
  }

  @Test
  void anErrorWithoutAnIdCannotBeRecovered() {
    RunError nameless = RunError.builder().build();
    assertThatThrownBy(() -> TestRuns.recovered(nameless))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a recovered error needs an id");
  }

  @Test
  void aRunThatHasEndedIsNotUnfinished() {
    assertThatThrownBy(() -> TestRuns.unfinished(Kind.FAILED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a run ends with this status: failed");
  }
}
