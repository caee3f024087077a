package io.cloudcruise.contract;

import static io.cloudcruise.contract.RunResultsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.model.Advice;
import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.ErrorSubType;
import io.cloudcruise.core.model.InputVariable.PlainValue;
import io.cloudcruise.core.model.InputVariable.SecretValue;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.model.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each assertion passes on what it is about, fails on what it is not, and says what it found. */
class RunResultsAssertionsTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
  private static final RunResults SUCCEEDED = TestRuns.succeeded(BrokenPorts.json("{\"a\":1}"));
  private static final RunResults FAILED =
      TestRuns.failedWith(ErrorCategory.Kind.AUTHENTICATION_ERROR);
  private static final RunResults QUEUED = TestRuns.unfinished(Kind.QUEUED);
  private static final RunResults WITH_INPUTS =
      RunResults.builder(TestRuns.sessionId(), RunStatus.of(Kind.RUNNING))
          .inputs(
              Map.of(
                  "pin", new SecretValue(new Secret("canary")),
                  "month", new PlainValue(BrokenPorts.json("1"))))
          .build();
  private static final RunError ERROR = RunError.builder().code("E42").message("canary").build();

  @Test
  void trueAssertionsPass() {
    assertThat(SUCCEEDED).hasSucceeded().hasOutput().hasOutput("{\"a\":1}").hasArtifacts(0);
    assertThat(SUCCEEDED).hasNoErrors().hasNoUnrecoveredErrors().hasStatus("succeeded");
    assertThat(FAILED).hasFailed().hasNoOutput().onlyError().isNotRecovered();
    assertThat(TestRuns.stopped()).wasStopped();
    assertThat(QUEUED).isUnfinished().hasStatus(Kind.QUEUED);
    assertThat(WITH_INPUTS).hasSecretInput("pin");
    assertThat(ERROR).hasCode("E42").hasNoCategory().hasAdvice(Advice.ASK_A_PERSON);
    assertThat(file("2026-01-01T12:00:01Z")).hasUrl().isNotExpired(NOON).isFileNamed("a.pdf");
    assertThat(file("2026-01-01T12:00:00Z")).isExpired(NOON);
  }

  static Stream<Arguments> falseAssertionsFailWithWhatWasFound() {
    return Stream.of(
        fails(() -> assertThat(FAILED).hasSucceeded(), "failed with [RunError[", "AUTHENT"),
        fails(() -> assertThat(QUEUED).hasFailed(), "to have failed", "unfinished: queued"),
        fails(() -> assertThat(SUCCEEDED).wasStopped(), "to have been stopped", "is succeeded"),
        fails(() -> assertThat(SUCCEEDED).isUnfinished(), "to be unfinished"),
        fails(() -> assertThat(QUEUED).hasStatus(Kind.PAUSED), "PAUSED", "it means QUEUED"),
        fails(() -> assertThat(QUEUED).hasStatus("paused"), "its status is queued"),
        fails(() -> assertThat(QUEUED).hasOutput(), "to have an output", "it has none"),
        fails(() -> assertThat(SUCCEEDED).hasOutput("{}"), "its output is {\"a\":1}"),
        fails(() -> assertThat(SUCCEEDED).hasNoOutput(), "it has JsonText[7 bytes]"),
        fails(() -> assertThat(FAILED).wasRecovered(), "to have been recovered", "recovered=false"),
        fails(() -> assertThat(FAILED).hasNoErrors(), "to have no errors", "AUTHENTICATION_ERROR"),
        fails(() -> assertThat(FAILED).hasNoUnrecoveredErrors(), "AUTHENTICATION_ERROR"),
        fails(() -> assertThat(SUCCEEDED).onlyError(), "to have one error", "it has []"),
        fails(() -> assertThat(WITH_INPUTS).hasSecretInput("month"), "it is a PlainValue"),
        fails(() -> assertThat(QUEUED).hasSecretInput("pin"), "its inputs are []"),
        fails(() -> assertThat(QUEUED).hasArtifacts(1), "to have 1 artifacts", "it has 0"),
        fails(() -> assertThat((RunResults) null).hasSucceeded(), "not to be null"),
        fails(
            () -> assertThat(ERROR).hasCategory(ErrorCategory.Kind.PAGE_NOT_FOUND),
            "to have a category that means PAGE_NOT_FOUND"),
        fails(() -> assertThat(ERROR).hasCategory("OTHER"), "to have the category OTHER"),
        fails(() -> assertThat(FAILED).onlyError().hasNoCategory(), "to have no category"),
        fails(
            () -> assertThat(ERROR).hasSubType(ErrorSubType.Kind.ACCOUNT_LOCKED),
            "classification=none",
            "to have a sub-type that means ACCOUNT_LOCKED"),
        fails(() -> assertThat(ERROR).isRecovered(), "recovered=false", "to be recovered"),
        fails(
            () -> assertThat(TestRuns.recovered()).onlyError().isNotRecovered(),
            "not be recovered"),
        fails(() -> assertThat(ERROR).hasAdvice(Advice.RETRY_LATER), "not ASK_A_PERSON"),
        fails(() -> assertThat(ERROR).hasCode("E1"), "to have the code E1, not E42"),
        fails(() -> assertThat(FAILED).onlyError().hasCode("none"), "the code none, not none"),
        fails(() -> assertThat(QUEUED).hasOutput("none"), "it has none"),
        fails(() -> assertThat((RunError) null).isRecovered(), "not to be null"),
        fails(
            () -> assertThat(file("2026-01-01T11:00:00Z")).isNotExpired(NOON),
            "the RunFile at https://files.example/a.pdf",
            "it expired at 2026-01-01T11:00:00Z"),
        fails(
            () -> assertThat(file("2026-01-01T13:00:00Z")).isExpired(NOON),
            "it expires at 2026-01-01T13:00:00Z"),
        fails(
            () -> assertThat(file("2026-01-01T13:00:00Z")).showsError(),
            "to be a screenshot that shows an error"),
        fails(
            () -> assertThat(file("2026-01-01T13:00:00Z")).isFileNamed("b.pdf"),
            "to be a file named b.pdf",
            "its name is a.pdf"),
        fails(() -> assertThat(file((SignedUrl) null)).hasUrl(), "at no URL", "it has none"));
  }

  @ParameterizedTest
  @MethodSource
  void falseAssertionsFailWithWhatWasFound(ThrowingCallable assertion, String[] words) {
    assertThatThrownBy(assertion)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(words)
        .hasMessageNotContaining("canary");
  }

  private static Arguments fails(ThrowingCallable assertion, String... words) {
    return Arguments.of(assertion, words);
  }

  private static Artifact file(String expiry) {
    SignedUrl url =
        new SignedUrl(
            "https://files.example/a.pdf?signature=canary", Optional.of(new Timestamp(expiry)));
    return file(url);
  }

  private static Artifact file(@Nullable SignedUrl url) {
    return RunFile.builder().url(url).name("a.pdf").build();
  }
}
