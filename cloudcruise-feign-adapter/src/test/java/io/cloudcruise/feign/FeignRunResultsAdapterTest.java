package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.adapterTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.InvalidRequestException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunNotFoundException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UsageLimitExceededException;
import io.cloudcruise.sandbox.Sandbox;
import io.cloudcruise.sandbox.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FeignRunResultsAdapterTest {
  private static final Map<Integer, Class<? extends RunResultsException>> BY_STATUS =
      Map.of(
          400, InvalidRequestException.class,
          401, AccessDeniedException.class,
          402, UsageLimitExceededException.class,
          403, AccessDeniedException.class,
          422, InvalidRequestException.class,
          429, RateLimitedException.class,
          500, UnavailableException.class,
          502, UnavailableException.class,
          503, UnavailableException.class);

  private static Sandbox sandbox;
  private static FeignRunResultsAdapter adapter;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start();
    adapter = adapterWith(Sandbox.API_KEY);
  }

  @AfterAll
  static void stop() {
    adapter.close();
    sandbox.close();
  }

  private static FeignRunResultsAdapter adapterWith(String key) {
    return adapterTo(sandbox.baseUrl().toString()).apiKey(ApiKey.of(key)).build();
  }

  static Stream<Scenario> results() {
    return Sandbox.scenarios().stream().filter(scenario -> scenario.httpStatus() == 200);
  }

  static Stream<Scenario> failures() {
    return Sandbox.scenarios().stream()
        .filter(scenario -> scenario.httpStatus() != 200 && scenario.httpStatus() != 404);
  }

  @ParameterizedTest
  @MethodSource("results")
  void readsTheResultsOfTheRunAskedFor(Scenario scenario) {
    SessionId id = new SessionId(scenario.sessionId());

    RunResults results = adapter.get(id);

    assertThat(results.sessionId()).isEqualTo(id);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyRefusalIsTheExceptionOfItsStatus(Scenario scenario) {
    SessionId id = new SessionId(scenario.sessionId());

    assertThatExceptionOfType(RunResultsException.class)
        .isThrownBy(() -> adapter.find(id))
        .isExactlyInstanceOf(BY_STATUS.get(scenario.httpStatus()))
        .satisfies(failure -> assertThat(failure.httpStatus()).hasValue(scenario.httpStatus()))
        .satisfies(failure -> assertThat(failure.sessionId()).hasValue(id));
  }

  @Test
  void aRunThatThePlatformDoesNotKnowIsEmpty() {
    SessionId unknown = new SessionId("5a4db0c5-0000-4000-8000-000000000404");

    assertThat(adapter.find(unknown)).isEmpty();
  }

  @Test
  void aRunThatMustExistAndDoesNotIsNotFound() {
    SessionId unknown = new SessionId("5a4db0c5-0000-4000-8000-000000000404");

    assertThatExceptionOfType(RunNotFoundException.class)
        .isThrownBy(() -> adapter.get(unknown))
        .satisfies(absence -> assertThat(absence.sessionId()).hasValue(unknown))
        .satisfies(absence -> assertThat(absence.isRetryable()).isFalse());
  }

  @Test
  void anIdThatIsNoUuidIsAnInvalidRequest() {
    SessionId odd = new SessionId("session-1");

    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> adapter.find(odd));
  }

  @Test
  void anIdInCapitalsIsTheSameRun() {
    SessionId capitals = new SessionId("5A4DB0C5-0000-4000-8000-000000000015");

    assertThat(adapter.find(capitals)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    Sandbox.FORBIDDEN_KEY + ", 403",
    Sandbox.USAGE_LIMIT_KEY + ", 402",
    Sandbox.RATE_LIMITED_KEY + ", 429",
    Sandbox.UNAVAILABLE_KEY + ", 503",
    "sk_nobody_knows, 401",
  })
  void refusedKeysAreTheExceptionsOfTheirStatus(String key, int status) {
    try (var refused = adapterWith(key)) {
      assertThatExceptionOfType(RunResultsException.class)
          .isThrownBy(() -> refused.find(TestRun.ID))
          .isExactlyInstanceOf(BY_STATUS.get(status))
          .satisfies(failure -> assertThat(failure.httpStatus()).hasValue(status));
    }
  }

  @Test
  void everyThreadGetsItsOwnRun() throws Exception {
    List<SessionId> ids =
        results()
            .filter(scenario -> !scenario.name().equals("large"))
            .map(scenario -> new SessionId(scenario.sessionId()))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Future<List<SessionId>>> responded = new ArrayList<>();

    for (int thread = 0; thread < 16; thread++) {
      List<SessionId> asked = fiftyFrom(ids, thread);
      responded.add(threads.submit(() -> asked.stream().map(adapter::get).map(this::id).toList()));
    }

    for (int thread = 0; thread < 16; thread++) {
      assertThat(responded.get(thread).get(30, TimeUnit.SECONDS)).isEqualTo(fiftyFrom(ids, thread));
    }
    threads.shutdown();
  }

  private SessionId id(RunResults results) {
    return results.sessionId();
  }

  private static List<SessionId> fiftyFrom(List<SessionId> ids, int offset) {
    return Stream.iterate(offset, at -> at + 1)
        .limit(50)
        .map(at -> ids.get(at % ids.size()))
        .toList();
  }
}
