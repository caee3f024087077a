package io.cloudcruise.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.credential.EncryptionKey;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.ArtifactRequest;
import io.cloudcruise.core.ratelimit.RateWindow;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.wait.WaitOutcome;
import io.cloudcruise.rigs.PublicValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.api.SingleTypeEqualsVerifierApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The laws of equality and hash code, tried on every value that callers can see, those to come
 * included. Fields are taken for never null where they are not said to be, as null-marked packages
 * have it.
 */
class EqualityTest {
  /** Where a constructor refuses values that are tried by default, or a field does not count. */
  private static final Map<Class<?>, UnaryOperator<SingleTypeEqualsVerifierApi<?>>> SPECIAL =
      Map.of(
          JsonText.class,
          laws -> laws.withIgnoredFields("reader"),
          RetryPolicy.class,
          laws -> laws.withPrefabValuesForField("maxAttempts", 1, 2),
          RateWindow.class,
          laws ->
              laws.withPrefabValuesForField("requests", 1, 2)
                  .withPrefabValuesForField("length", seconds(1), seconds(2)),
          ArtifactRequest.class,
          laws ->
              laws.withPrefabValuesForField("version", "a", "b")
                  .withPrefabValuesForField("maxBytes", 1L, 2L)
                  .withPrefabValuesForField("deadline", seconds(1), seconds(2)),
          WaitOutcome.Finished.class,
          laws -> laws.withPrefabValuesForField("results", ended("run-1"), ended("run-2")));

  private static Duration seconds(long count) {
    return Duration.ofSeconds(count);
  }

  private static RunResults ended(String run) {
    return RunResults.builder(new SessionId(run), RunStatus.of(RunStatus.Kind.FAILED)).build();
  }

  static List<Class<?>> values() {
    return PublicValues.besides(SessionId.class);
  }

  @Test
  void findsTheValues() {
    assertThat(values())
        .contains(SessionId.class, Secret.class, EncryptionKey.class, WaitOutcome.Finished.class)
        .containsAll(SPECIAL.keySet())
        .hasSizeGreaterThanOrEqualTo(38);
  }

  @ParameterizedTest
  @MethodSource("values")
  void holds(Class<?> type) {
    lawsOf(type).verify();
  }

  private static SingleTypeEqualsVerifierApi<?> lawsOf(Class<?> type) {
    SingleTypeEqualsVerifierApi<?> laws = EqualsVerifier.forClass(type);
    return SPECIAL.getOrDefault(type, UnaryOperator.identity()).apply(laws);
  }
}
