package io.cloudcruise.core.port;

import static io.cloudcruise.core.port.Failures.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunResultsPortTest {
  private static RunResults resultsIn(Kind kind) {
    return RunResults.builder(RUN, RunStatus.of(kind)).build();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void getsWhatItFindsInWhateverStatus(Kind kind) {
    var results = resultsIn(kind);
    RunResultsPort port = id -> Optional.of(results);

    assertThat(port.get(RUN)).isSameAs(results);
  }

  @Test
  void getsByFindingTheRunAskedForOnce() {
    var asked = new ArrayList<SessionId>();
    RunResultsPort port =
        id -> {
          asked.add(id);
          return Optional.of(resultsIn(Kind.RUNNING));
        };

    port.get(RUN);

    assertThat(asked).containsExactly(RUN);
  }

  @Test
  void doesNotGetARunThatIsNotThere() {
    RunResultsPort port = id -> Optional.empty();

    assertThatExceptionOfType(RunNotFoundException.class)
        .isThrownBy(() -> port.get(RUN))
        .satisfies(failure -> assertThat(failure.sessionId()).contains(RUN));
  }

  @Test
  void getsTheFailureThatFindingThrows() {
    var failure = new AccessDeniedException(Optional.of(RUN), 401);
    RunResultsPort port =
        id -> {
          throw failure;
        };

    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(() -> port.get(RUN))
        .isSameAs(failure);
  }

  @Test
  void asksAnAdapterForNothingButToFind() {
    var methods =
        Arrays.stream(RunResultsPort.class.getDeclaredMethods())
            .filter(method -> !method.isSynthetic())
            .toList();

    assertThat(methods).extracting(Method::getName).containsExactlyInAnyOrder("find", "get");
    assertThat(methods)
        .filteredOn(method -> !method.isDefault())
        .extracting(Method::getName)
        .containsExactly("find");
  }
}
