package io.cloudcruise.contract.example;

import static io.cloudcruise.contract.RunResultsAssertions.assertThat;
import static io.cloudcruise.core.model.ErrorCategory.Kind.AUTHENTICATION_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.contract.InMemoryRunResults;
import io.cloudcruise.contract.TestRuns;
import io.cloudcruise.core.model.Advice;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunResultsPort;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictServiceTest {
  private final InMemoryRunResults platform = new InMemoryRunResults();

  /** Stands for the application: it asks the port, and knows no adapter. */
  private record VerdictService(RunResultsPort runs) {
    String verdict(SessionId id) {
      try {
        return runs.get(id)
            .outcome()
            .fold(
                succeeded -> "paid " + succeeded.output().map(JsonText::asPlain).orElse("nothing"),
                failed ->
                    "do this: "
                        + failed.errors().stream()
                            .map(RunError::advice)
                            .findFirst()
                            .orElse(Advice.ASK_A_PERSON),
                stopped -> "stopped",
                unfinished -> "come back later");
      } catch (RateLimitedException e) {
        return "come back in " + e.retryAfter().orElse(Duration.ofMinutes(1)).toSeconds() + " s";
      }
    }
  }

  @Test
  void theVerdictFollowsTheRun() {
    SessionId id = TestRuns.sessionId();
    platform.failNext(
        1,
        run -> new RateLimitedException(Optional.of(run), 429, Optional.of(Duration.ofSeconds(2))));
    platform.put(
        id,
        TestRuns.unfinished(Kind.RUNNING),
        TestRuns.failedWith(AUTHENTICATION_ERROR),
        TestRuns.succeeded("[12.50]"));
    VerdictService service = new VerdictService(platform);

    assertThat(service.verdict(id)).isEqualTo("come back in 2 s");
    assertThat(service.verdict(id)).isEqualTo("come back later");
    assertThat(service.verdict(id)).isEqualTo("do this: RENEW_CREDENTIAL");
    assertThat(service.verdict(id)).isEqualTo("paid [12.50]");
    assertThat(platform.calls()).hasSize(4);
  }

  @Test
  void assertionsSayWhatWasFound() {
    RunResults run = TestRuns.failedWith(AUTHENTICATION_ERROR);

    assertThat(run).hasFailed().onlyError().isNotRecovered().hasAdvice(Advice.RENEW_CREDENTIAL);
  }
}
