package io.cloudcruise.contract;

import static io.cloudcruise.core.model.ErrorCategory.Kind.AUTHENTICATION_ERROR;
import static io.cloudcruise.core.model.ErrorCategory.Kind.XPATH_INCORRECT;

import io.cloudcruise.core.model.Classification;
import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.ErrorId;
import io.cloudcruise.core.model.InputVariable;
import io.cloudcruise.core.model.Recording;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.Screenshot;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.model.VaultEntry;
import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.InvalidRequestException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UsageLimitExceededException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Puts a platform in memory into a situation. */
final class SituationsInMemory {
  private static final Optional<Duration> A_SECOND = Optional.of(Duration.ofSeconds(1));
  private static final Optional<Duration> FIVE_SECONDS = Optional.of(Duration.ofSeconds(5));

  private final InMemoryRunResults platform = new InMemoryRunResults();
  private final SessionId sessionId = TestRuns.sessionId();

  Subject subject(Situation situation) {
    arrange(situation);
    return new Subject(platform, sessionId, () -> platform.calls().size(), this::end, List.of());
  }

  private void end() {
    hold(TestRuns.succeeded());
  }

  private void arrange(Situation situation) {
    switch (situation) {
      case ABSENT -> platform.remove(sessionId);
      case SILENT -> platform.hold();
      case KEY_REFUSED -> refuse(id -> new AccessDeniedException(Optional.of(id), 401));
      case RUN_FORBIDDEN -> refuse(id -> new AccessDeniedException(Optional.of(id), 403));
      case USAGE_LIMIT_EXCEEDED -> refuse(SituationsInMemory::usageLimitExceeded);
      case REQUEST_REFUSED -> refuse(id -> new InvalidRequestException(Optional.of(id), 422));
      case RATE_LIMITED -> refuse(id -> new RateLimitedException(Optional.of(id), 429, A_SECOND));
      case OVERLOADED -> refuse(id -> new UnavailableException(Optional.of(id), 503, FIVE_SECONDS));
      case UNREACHABLE ->
          refuse(
              id ->
                  new UnavailableException(
                      Optional.of(id), UnavailableException.Reason.CANNOT_CONNECT, null));
      case UNINTELLIGIBLE -> refuse(id -> violation(id, "", "an object", "text"));
      case ANOTHER_RUN -> refuse(id -> violation(id, "", "the run", "another run"));
      default -> hold(run(situation));
    }
  }

  private void hold(RunResults run) {
    platform.put(sessionId, run);
  }

  private void refuse(Function<SessionId, RunResultsException> failure) {
    platform.failWith(failure);
  }

  private RunResults run(Situation situation) {
    return switch (situation) {
      case SUCCEEDED -> TestRuns.succeeded("{\"paid\":true}");
      case FAILED -> TestRuns.failedWith(AUTHENTICATION_ERROR);
      case FAILED_UNANALYSED -> TestRuns.failedWith(RunError.builder().message("broke").build());
      case FAILED_IN_AN_UNKNOWN_CATEGORY -> TestRuns.failedWith(ofUnknownCategory());
      case RECOVERED -> TestRuns.recovered();
      case PARTLY_RECOVERED -> partlyRecovered();
      case STOPPED -> TestRuns.stopped();
      case QUEUED -> TestRuns.unfinished(Kind.QUEUED);
      case RUNNING, MOVING -> TestRuns.unfinished(Kind.RUNNING);
      case REQUEUED -> TestRuns.unfinished(Kind.REQUEUED);
      case PAUSED -> TestRuns.unfinished(Kind.PAUSED);
      case UNKNOWN_STATUS -> TestRuns.inUnknownStatus(RunResultsPortContract.UNKNOWN_STATUS);
      case EXACT_OUTPUT -> TestRuns.succeeded(RunResultsPortContract.EXACT_OUTPUT);
      case ONLY_WHAT_MUST_BE, ALL_ELSE_NULL -> TestRuns.succeeded();
      case SECRETS -> withSecrets();
      case ARTIFACTS -> withArtifacts();
      default -> throw new IllegalArgumentException("no run is found when " + situation);
    };
  }

  private RunResults.Builder succeeded() {
    return RunResults.builder(sessionId, RunStatus.of(Kind.SUCCEEDED));
  }

  private RunResults partlyRecovered() {
    RunError recovered = TestRuns.error(XPATH_INCORRECT);
    List<ErrorId> ids = recovered.id().stream().toList();
    return succeeded()
        .errors(List.of(recovered, TestRuns.error(AUTHENTICATION_ERROR)))
        .recoveredErrorIds(ids)
        .build();
  }

  private RunResults withSecrets() {
    Secret secret = new Secret("not-a-real-secret");
    return succeeded()
        .inputs(Map.of("pin", new InputVariable.SecretValue(secret)))
        .secretInputs(List.of("pin"))
        .vaultEntries(
            Map.of("PORTAL", VaultEntry.builder().secrets(Map.of("password", secret)).build()))
        .build();
  }

  private RunResults withArtifacts() {
    SignedUrl url =
        new SignedUrl("https://files.example/1?signature=not-a-real-one", Optional.empty());
    return succeeded()
        .screenshots(List.of(Screenshot.builder().url(url).build()))
        .recordings(List.of(Recording.builder().url(url).build()))
        .files(List.of(RunFile.builder().url(url).name("a.pdf").build()))
        .build();
  }

  private static RunError ofUnknownCategory() {
    return RunError.builder()
        .classification(
            Classification.builder()
                .category(new ErrorCategory(RunResultsPortContract.UNKNOWN_CATEGORY))
                .build())
        .build();
  }

  private static UsageLimitExceededException usageLimitExceeded(SessionId id) {
    return new UsageLimitExceededException(
        Optional.of(id), 402, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static ContractViolationException violation(
      SessionId id, String path, String expected, String found) {
    return new ContractViolationException(
        Optional.of(id), OptionalInt.empty(), path, expected, found);
  }
}
