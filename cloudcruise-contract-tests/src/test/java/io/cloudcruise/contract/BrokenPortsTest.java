package io.cloudcruise.contract;

import static io.cloudcruise.contract.BrokenPorts.confusingThreads;
import static io.cloudcruise.contract.BrokenPorts.copying;
import static io.cloudcruise.contract.BrokenPorts.getting;
import static io.cloudcruise.contract.BrokenPorts.json;
import static io.cloudcruise.contract.BrokenPorts.losingAllButTheStatus;
import static io.cloudcruise.contract.BrokenPorts.only;
import static io.cloudcruise.contract.BrokenPorts.refusing;
import static io.cloudcruise.contract.BrokenPorts.swallowing;
import static io.cloudcruise.contract.BrokenPorts.taking;
import static io.cloudcruise.contract.BrokenPorts.throwing;
import static io.cloudcruise.contract.BrokenPorts.writingOutput;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.contract.OnABrokenPort.Breakage;
import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.ErrorId;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.InvalidRequestException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UsageLimitExceededException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every promise of the suite is tried on a port that breaks it: it must fail, and say why. */
class BrokenPortsTest {
  static Stream<Arguments> found() {
    return Stream.of(
        broken("succeeded", losingAllButTheStatus(), "to have an output"),
        broken("failed", losingAllButTheStatus(), "to have one error"),
        broken("unanalysed", categorisingAll(), "to have no category"),
        broken("unknownCategory", categorisingAll(), "to have the category PORTAL_ON_STRIKE"),
        broken("recovered", recoveringNone(), "to have been recovered"),
        broken("partlyRecovered", recoveringAll(), "errors not recovered"),
        broken("stopped", taking(Kind.STOPPED, RunStatus.of(Kind.FAILED)), "been stopped"),
        broken("unfinished", taking(Kind.PAUSED, RunStatus.of(Kind.QUEUED)), "means PAUSED"),
        broken(
            "unknownStatus",
            taking(Kind.UNKNOWN, RunStatus.of(Kind.UNKNOWN)),
            "to have the status execution.reviewing"),
        broken("onlyWhatMustBe", copying((copy, run) -> copy.retries(0L)), "retries"),
        broken(
            "allElseNull",
            only(Situation.ALL_ELSE_NULL, copying((copy, run) -> copy.output(json("null")))),
            "to have no output"),
        broken("artifacts", copying((copy, run) -> copy.files(List.of())), "files"),
        broken("sameByGet", getting(id -> TestRuns.succeeded()), "what get answers"),
        broken("askedForAnew", BrokenPorts.remembering(), "after it ended"),
        broken("oneRequest", BrokenPorts.askingTwice(), "requests sent"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void found(String promise, Breakage breakage, String message) {
    assertBroken(RunResultsPortContract.Found.class, promise, breakage, message);
  }

  static Stream<Arguments> output() {
    return Stream.of(
        broken("numbers", writingOutput(json -> json.replace("1250.10", "1250.1")), "1250.1"),
        broken("nulls", writingOutput(json -> json.replace("\"zero\": null,", "")), "zero"),
        broken("order", writingOutput(BrokenPortsTest::zeroLast), "zero"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void output(String promise, Breakage breakage, String message) {
    assertBroken(RunResultsPortContract.Output.class, promise, breakage, message);
  }

  static Stream<Arguments> absent() {
    return Stream.of(
        broken("find", BrokenPorts.demandingThatItIsThere(), "the platform knows no such run"),
        broken("get", getting(BrokenPortsTest::noSuchElement), "RunNotFoundException"),
        broken("noSessionId", BrokenPorts.takingNullForAbsent(), "asking for no session id"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void absent(String promise, Breakage breakage, String message) {
    assertBroken(RunResultsPortContract.Absent.class, promise, breakage, message);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        broken(
            "keyRefused",
            throwing(
                AccessDeniedException.class,
                id -> new InvalidRequestException(Optional.of(id), 401)),
            "AccessDeniedException"),
        broken(
            "runForbidden",
            only(
                Situation.RUN_FORBIDDEN,
                refusing(id -> new InvalidRequestException(Optional.of(id), 403))),
            "AccessDeniedException"),
        broken(
            "usageLimit",
            throwing(
                UsageLimitExceededException.class,
                id -> new AccessDeniedException(Optional.of(id), 402)),
            "UsageLimitExceededException"),
        broken("invalidRequest", swallowing(), "nothing was thrown"),
        broken(
            "rateLimited",
            throwing(
                RateLimitedException.class,
                id ->
                    new RateLimitedException(
                        Optional.of(id), 429, Optional.of(Duration.ofMillis(1)))),
            "how long to wait"),
        broken(
            "overloaded",
            throwing(
                UnavailableException.class,
                id -> new UnavailableException(Optional.of(id), 503, Optional.empty())),
            "how long to wait"),
        broken(
            "unreachable",
            throwing(
                UnavailableException.class,
                id -> new UnavailableException(Optional.of(id), 503, Optional.empty())),
            "the reason"),
        broken("unintelligible", swallowing(), "nothing was thrown"),
        broken(
            "anotherRun",
            (situation, sound) -> id -> Optional.of(TestRuns.succeeded()),
            "nothing was thrown, the call answered"),
        broken("noRetry", BrokenPorts.retrying(), "requests sent"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refused(String promise, Breakage breakage, String message) {
    assertBroken(RunResultsPortContract.Refused.class, promise, breakage, message);
  }

  static Stream<Arguments> call() {
    return Stream.of(
        broken("manyThreads", confusingThreads(), "asked for a run that is there"),
        broken("interrupted", BrokenPorts.losingTheInterruptFlag(), "interrupt flag"),
        broken("interrupted", BrokenPorts.slowToHearOfInterruption(), "from the interruption"),
        broken(
            "interruptedBefore", BrokenPorts.takingInterruptionForAbsence(), "nothing was thrown"),
        broken(
            "deadline",
            refusing(id -> new UnavailableException(Optional.of(id), 503, Optional.empty())),
            "DeadlineExceededException"),
        broken("deadline", refusing(BrokenPortsTest::atOnce), "how long the call took"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void call(String promise, Breakage breakage, String message) {
    assertBroken(RunResultsPortContract.Call.class, promise, breakage, message);
  }

  static Stream<Arguments> secrets() {
    return Stream.of(
        broken("inputs", BrokenPorts.showingSecretInputs(), "inputs marked as secret"),
        broken("signatures", BrokenPorts.namingFilesByTheirUrl(), "signature="),
        broken(
            "thrown",
            throwing(InvalidRequestException.class, BrokenPortsTest::quotingTheKey),
            "secrets in what is thrown"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void secrets(String promise, Breakage breakage, String message) {
    assertBroken(RunResultsPortContract.Secrets.class, promise, breakage, message);
  }

  @Test
  void everyPromiseIsBrokenByOnePort() {
    List<Object> broken =
        Stream.of(found(), output(), absent(), refused(), call(), secrets())
            .flatMap(rows -> rows)
            .map(row -> row.get()[0])
            .toList();
    List<Object> promises =
        Arrays.stream(RunResultsPortContract.class.getDeclaredClasses())
            .flatMap(group -> Arrays.stream(group.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .<Object>map(Method::getName)
            .toList();
    assertThat(broken).hasSameElementsAs(promises);
  }

  private static Arguments broken(String promise, Breakage breakage, String message) {
    return Arguments.of(promise, breakage, message);
  }

  private static void assertBroken(
      Class<?> group, String promise, Breakage breakage, String message) {
    OnABrokenPort.breakage = breakage;
    assertThat(BrokenPromise.failure(OnABrokenPort.class, group, promise)).contains(message);
  }

  private static Breakage categorisingAll() {
    return copying((copy, run) -> copy.errors(List.of(TestRuns.error(ErrorCategory.Kind.UNKNOWN))));
  }

  private static Breakage recoveringNone() {
    return copying((copy, run) -> copy.recoveredErrorIds(List.of()).recoveryFlag(false));
  }

  private static Breakage recoveringAll() {
    return copying(
        (copy, run) ->
            copy.recoveredErrorIds(
                run.errors().stream()
                    .map(RunError::id)
                    .<ErrorId>flatMap(Optional::stream)
                    .toList()));
  }

  private static DeadlineExceededException atOnce(SessionId id) {
    return new DeadlineExceededException(
        Optional.of(id),
        DeadlineExceededException.Phase.WAITING_FOR_RESPONSE,
        Duration.ofSeconds(2),
        null);
  }

  private static String zeroLast(String json) {
    return json.replace("{\"zero\": null,", "{").replace("{}}", "{}, \"zero\": null}");
  }

  private static RunResults noSuchElement(SessionId id) {
    throw new NoSuchElementException(id.value());
  }

  private static UnavailableException quotingTheKey(SessionId id) {
    return new UnavailableException(
        Optional.of(id),
        UnavailableException.Reason.CONNECTION_LOST,
        new IllegalStateException("invalid header value: " + OnABrokenPort.KEY));
  }
}
