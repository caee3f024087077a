package io.cloudcruise.contract;

import static io.cloudcruise.contract.RunResultsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.InputVariable.SecretValue;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.InvalidRequestException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunNotFoundException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UsageLimitExceededException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

// Longer than other files: a flat list of promises, to be read from top to bottom.
/**
 * What {@link RunResultsPort} promises. Extend it, put the platform into the {@link Situation} that
 * is asked for, and each promise is tried on your implementation; one that is broken is a test that
 * fails and says so.
 *
 * <p>For an adapter over HTTP, {@link HttpRunResultsPortContract} does the putting. A decorator is
 * put around {@link Subject#inMemory}.
 */
public abstract class RunResultsPortContract {
  /** The status of {@link Situation#UNKNOWN_STATUS}. */
  public static final String UNKNOWN_STATUS = "execution.reviewing";

  /** The category of {@link Situation#FAILED_IN_AN_UNKNOWN_CATEGORY}. */
  public static final String UNKNOWN_CATEGORY = "PORTAL_ON_STRIKE";

  /** The output of {@link Situation#EXACT_OUTPUT}; white space does not matter. */
  public static final String EXACT_OUTPUT =
      """
      {"zero": null,
       "amount": 1250.10,
       "tiny": 0.1000000000000000000000000001,
       "maximum": 9007199254740993,
       "account": 123456789012345678901234567890,
       "list": [null, 2.50],
       "empty": {}}""";

  /** Less than the two seconds of {@link Situation#SILENT}, after which a call ends anyway. */
  private static final Duration PROMPT = Duration.ofMillis(1500);

  private static final Set<Situation> FAILURES =
      EnumSet.range(Situation.KEY_REFUSED, Situation.ANOTHER_RUN);

  /** For those who extend it. */
  protected RunResultsPortContract() {}

  /**
   * Puts a platform into a situation.
   *
   * @param situation the state to put it into
   * @return the port under test, asking that platform, and the run to ask it for
   */
  protected abstract Subject given(Situation situation);

  /**
   * Names what the port under test cannot do.
   *
   * @return what to skip the promises about; by default nothing
   */
  protected Set<Capability> lacks() {
    return Set.of();
  }

  private RunResults found(Situation situation) {
    Subject subject = given(situation);
    RunResults run =
        Attempt.find(subject).found().orElseThrow(() -> new AssertionError("found no run"));
    assertThat(run.sessionId())
        .as("the run answered, which was asked for")
        .isEqualTo(subject.sessionId());
    return run;
  }

  private <T extends RunResultsException> T failure(Situation situation, Class<T> type) {
    return Attempt.find(given(situation)).failure(type);
  }

  private void assumeCan(Capability capability) {
    assumeFalse(lacks().contains(capability), () -> "the port says that it lacks " + capability);
  }

  /** What is found. */
  @Nested
  @DisplayName("A run that is there")
  protected class Found {
    Found() {}

    @Test
    @DisplayName("is found with its output when it succeeded")
    void succeeded() {
      assertThat(found(Situation.SUCCEEDED)).hasSucceeded().hasOutput().hasNoErrors();
    }

    @Test
    @DisplayName("is found with its classified errors when it failed")
    void failed() {
      assertThat(found(Situation.FAILED))
          .hasFailed()
          .onlyError()
          .hasCategory(ErrorCategory.Kind.AUTHENTICATION_ERROR)
          .isNotRecovered();
    }

    @Test
    @DisplayName("has no category for an error that nobody analysed")
    void unanalysed() {
      assertThat(found(Situation.FAILED_UNANALYSED)).hasFailed().onlyError().hasNoCategory();
    }

    @Test
    @DisplayName("keeps an error category that is not known, word for word")
    void unknownCategory() {
      assertThat(found(Situation.FAILED_IN_AN_UNKNOWN_CATEGORY))
          .onlyError()
          .hasCategory(ErrorCategory.Kind.UNKNOWN)
          .hasCategory(UNKNOWN_CATEGORY);
    }

    @Test
    @DisplayName("is a success when all errors were recovered")
    void recovered() {
      assertThat(found(Situation.RECOVERED)).hasSucceeded().wasRecovered().hasNoUnrecoveredErrors();
    }

    @Test
    @DisplayName("tells errors that were recovered from those that were not")
    void partlyRecovered() {
      RunResults run = found(Situation.PARTLY_RECOVERED);
      assertThat(run.recoveredErrors()).as("recovered errors").isNotEmpty();
      assertThat(run.unrecoveredErrors()).as("errors not recovered").isNotEmpty();
      assertThat(run.errors())
          .as("all errors")
          .hasSize(run.recoveredErrors().size() + run.unrecoveredErrors().size());
    }

    @Test
    @DisplayName("is neither a success nor a failure when it was stopped")
    void stopped() {
      assertThat(found(Situation.STOPPED)).wasStopped();
    }

    @Test
    @DisplayName("is unfinished while it is queued, running, requeued or paused")
    void unfinished() {
      Map<Situation, Kind> kinds = new EnumMap<>(Situation.class);
      kinds.put(Situation.QUEUED, Kind.QUEUED);
      kinds.put(Situation.RUNNING, Kind.RUNNING);
      kinds.put(Situation.REQUEUED, Kind.REQUEUED);
      kinds.put(Situation.PAUSED, Kind.PAUSED);
      kinds.forEach(
          (situation, kind) -> assertThat(found(situation)).isUnfinished().hasStatus(kind));
    }

    @Test
    @DisplayName("is unfinished in a status that is not known, which is kept word for word")
    void unknownStatus() {
      assertThat(found(Situation.UNKNOWN_STATUS))
          .isUnfinished()
          .hasStatus(Kind.UNKNOWN)
          .hasStatus(UNKNOWN_STATUS);
    }

    @Test
    @DisplayName("leaves empty what the platform did not send")
    void onlyWhatMustBe() {
      assertHoldsNothing(found(Situation.ONLY_WHAT_MUST_BE));
    }

    @Test
    @DisplayName("leaves empty what the platform sent as null")
    void allElseNull() {
      assertHoldsNothing(found(Situation.ALL_ELSE_NULL));
    }

    private void assertHoldsNothing(RunResults run) {
      assertThat(run).hasSucceeded().hasNoOutput().hasNoErrors().hasArtifacts(0);
      assertThat(run.workflowId()).as("workflow id").isEmpty();
      assertThat(run.inputs()).as("inputs").isEmpty();
      assertThat(run.vaultEntries()).as("vault entries").isEmpty();
      assertThat(run.retries()).as("retries").isEmpty();
      assertThat(run.recoveryFlag()).as("recovery flag").isEmpty();
    }

    @Test
    @DisplayName("has its screenshots, recordings and files, each with its URL")
    void artifacts() {
      RunResults run = found(Situation.ARTIFACTS);
      assertThat(run.screenshots()).as("screenshots").isNotEmpty();
      assertThat(run.recordings()).as("recordings").isNotEmpty();
      assertThat(run.files()).as("files").isNotEmpty();
      assertThat(run.artifacts())
          .allSatisfy(artifact -> RunResultsAssertions.assertThat(artifact).hasUrl());
    }

    @Test
    @DisplayName("is the same whether find or get asks for it")
    void sameByGet() {
      Subject subject = given(Situation.ARTIFACTS);
      assertThat(Attempt.get(subject).response())
          .as("what get answers")
          .isEqualTo(Attempt.find(subject).found().orElseThrow());
    }

    @Test
    @DisplayName("is asked for anew by each call")
    void askedForAnew() {
      Subject subject = given(Situation.MOVING);
      assertThat(subject.get()).as("before it ended").isUnfinished();
      subject.move().run();
      assertThat(subject.get()).as("after it ended").hasSucceeded();
    }

    @Test
    @DisplayName("costs one request")
    void oneRequest() {
      assumeCan(Capability.ONE_REQUEST_PER_CALL);
      for (Situation situation :
          List.of(Situation.SUCCEEDED, Situation.RUNNING, Situation.ABSENT)) {
        assertThat(Attempt.requestsFor(given(situation)))
            .as("requests sent when " + situation)
            .isOne();
      }
    }
  }

  /** What becomes of the output. */
  @Nested
  @DisplayName("The output")
  protected class Output {
    Output() {}

    @Test
    @DisplayName("keeps every digit of every number")
    void numbers() {
      assertThat(plain())
          .containsEntry("amount", new BigDecimal("1250.10"))
          .containsEntry("tiny", new BigDecimal("0.1000000000000000000000000001"))
          .containsEntry("maximum", 9_007_199_254_740_993L)
          .containsEntry("account", new BigInteger("123456789012345678901234567890"));
    }

    @Test
    @DisplayName("keeps nulls and what is empty")
    void nulls() {
      Map<String, Object> plain = plain();
      assertThat(plain).containsEntry("zero", null).containsEntry("empty", Map.of());
      assertThat((List<?>) plain.get("list"))
          .as("the list [null, 2.50]")
          .hasSize(2)
          .first()
          .isNull();
    }

    @Test
    @DisplayName("keeps the order of its keys")
    void order() {
      assertThat(plain().keySet())
          .containsExactly("zero", "amount", "tiny", "maximum", "account", "list", "empty");
    }

    @SuppressWarnings("unchecked") // an object is read as a map by its keys
    private Map<String, Object> plain() {
      JsonText output =
          found(Situation.EXACT_OUTPUT)
              .output()
              .orElseThrow(() -> new AssertionError("the run has no output"));
      Object plain = output.asPlain();
      assertThat(plain).as("the output read as plain values").isInstanceOf(Map.class);
      return (Map<String, Object>) plain;
    }
  }

  /** What becomes of a run that is not there. */
  @Nested
  @DisplayName("A run that is not there")
  protected class Absent {
    Absent() {}

    @Test
    @DisplayName("is found to be absent, which is no exception")
    void find() {
      assertThat(Attempt.find(given(Situation.ABSENT)).found()).as("what was found").isEmpty();
    }

    @Test
    @DisplayName("makes get throw RunNotFoundException, which names it")
    void get() {
      Attempt.get(given(Situation.ABSENT)).failure(RunNotFoundException.class);
    }

    @Test
    @DisplayName("is never asked for without a session id")
    @SuppressWarnings("NullAway") // what no compiler checked may pass null
    void noSessionId() {
      RunResultsPort port = given(Situation.ABSENT).port();
      assertThatThrownBy(() -> port.find(null), "asking for no session id")
          .isInstanceOf(NullPointerException.class);
    }
  }

  /** What is thrown. */
  @Nested
  @DisplayName("An error response")
  protected class Refused {
    Refused() {}

    @Test
    @DisplayName("is AccessDeniedException when the key is not accepted")
    void keyRefused() {
      failure(Situation.KEY_REFUSED, AccessDeniedException.class);
    }

    @Test
    @DisplayName("is AccessDeniedException when the key may not read the run")
    void runForbidden() {
      failure(Situation.RUN_FORBIDDEN, AccessDeniedException.class);
    }

    @Test
    @DisplayName("is UsageLimitExceededException when what is paid for is used up")
    void usageLimit() {
      failure(Situation.USAGE_LIMIT_EXCEEDED, UsageLimitExceededException.class);
    }

    @Test
    @DisplayName("is InvalidRequestException when the request is not accepted")
    void invalidRequest() {
      failure(Situation.REQUEST_REFUSED, InvalidRequestException.class);
    }

    @Test
    @DisplayName("is RateLimitedException, with the retry-after that the platform states")
    void rateLimited() {
      assertThat(failure(Situation.RATE_LIMITED, RateLimitedException.class).retryAfter())
          .as("how long to wait")
          .contains(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("is UnavailableException when the platform cannot work, with its retry-after")
    void overloaded() {
      UnavailableException thrown = failure(Situation.OVERLOADED, UnavailableException.class);
      assertThat(thrown.reason())
          .as("the reason")
          .isEqualTo(UnavailableException.Reason.SERVER_ERROR);
      assertThat(thrown.retryAfter()).as("how long to wait").contains(Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("is UnavailableException when the platform cannot be reached")
    void unreachable() {
      assertThat(failure(Situation.UNREACHABLE, UnavailableException.class).reason())
          .as("the reason")
          .isEqualTo(UnavailableException.Reason.CANNOT_CONNECT);
    }

    @Test
    @DisplayName("is ContractViolationException when the response is no run's results")
    void unintelligible() {
      failure(Situation.UNINTELLIGIBLE, ContractViolationException.class);
    }

    @Test
    @DisplayName("is ContractViolationException when the response is about another run")
    void anotherRun() {
      failure(Situation.ANOTHER_RUN, ContractViolationException.class);
    }

    @Test
    @DisplayName("costs one request: the port does not retry by itself")
    void noRetry() {
      assumeCan(Capability.ONE_REQUEST_PER_CALL);
      assertThat(Attempt.requestsFor(given(Situation.RATE_LIMITED)))
          .as("requests sent when there were too many already")
          .isOne();
      assertThat(Attempt.requestsFor(given(Situation.OVERLOADED)))
          .as("requests sent to a platform that cannot work")
          .isOne();
    }
  }

  /** What many threads, interruption and time do to a call. */
  @Nested
  @DisplayName("A call")
  protected class Call {
    Call() {}

    @Test
    @DisplayName("can be made by many threads at once, each is answered with its own run")
    void manyThreads() throws Exception {
      assertThat(new ManyCallers(given(Situation.SUCCEEDED)).wrongResponses())
          .as("wrong responses")
          .isEmpty();
    }

    @Test
    @DisplayName("ends promptly when its thread is interrupted, whose flag stays set")
    void interrupted() {
      assertInterrupted(Attempt.interruptedUnderWay(given(Situation.SILENT)));
    }

    @Test
    @DisplayName("ends at once on a thread that is interrupted already")
    void interruptedBefore() {
      assertInterrupted(Attempt.interruptedBefore(given(Situation.SILENT)));
    }

    private void assertInterrupted(Attempt attempt) {
      attempt.thrown(CallInterruptedException.class);
      assertThat(attempt.took()).as("time from the interruption to the end").isLessThan(PROMPT);
      assertThat(attempt.interruptFlag()).as("the interrupt flag after the call").isTrue();
    }

    @Test
    @DisplayName("ends at its deadline when there is no response")
    void deadline() {
      assumeCan(Capability.DEADLINE);
      Attempt attempt = Attempt.find(given(Situation.SILENT));
      DeadlineExceededException thrown = attempt.failure(DeadlineExceededException.class);
      assertThat(attempt.took())
          .as("how long the call took")
          .isBetween(thrown.deadline().dividedBy(2), thrown.deadline().plus(PROMPT));
    }
  }

  /** What must not be shown. */
  @Nested
  @DisplayName("A secret")
  protected class Secrets {
    Secrets() {}

    @Test
    @DisplayName("that a run was given is marked as one, and in no text")
    void inputs() {
      RunResults run = found(Situation.SECRETS);
      List<String> secrets = new ArrayList<>();
      run.inputs().values().stream()
          .filter(SecretValue.class::isInstance)
          .map(input -> ((SecretValue) input).value().reveal())
          .forEach(secrets::add);
      assertThat(secrets).as("inputs marked as secret").isNotEmpty();
      int inputs = secrets.size();
      run.vaultEntries().values().stream()
          .flatMap(entry -> entry.secrets().values().stream())
          .map(Secret::reveal)
          .forEach(secrets::add);
      assertThat(secrets).as("secrets of the credential").hasSizeGreaterThan(inputs);
      assertThat(run + " " + run.inputs() + " " + run.vaultEntries()).doesNotContain(secrets);
    }

    @Test
    @DisplayName("that signs a URL is in no text")
    void signatures() {
      RunResults run = found(Situation.ARTIFACTS);
      assertThat(run + " " + run.artifacts())
          .doesNotContain(
              run.artifacts().stream()
                  .flatMap(artifact -> artifact.url().stream())
                  .map(url -> url.reveal().replaceFirst(".*\\?", ""))
                  .toList());
    }

    @Test
    @DisplayName("is in nothing that is thrown, in no cause of it, and in no stack trace")
    void thrown() {
      for (Situation errorResponse : FAILURES) {
        Subject subject = given(errorResponse);
        assumeFalse(subject.secrets().isEmpty(), "the platform holds no secret");
        String shown = Attempt.find(subject).stackTrace();
        assertThat(subject.secrets())
            .as("secrets in what is thrown when " + errorResponse)
            .noneMatch(shown::contains);
      }
    }
  }
}
