package io.cloudcruise.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.cloudcruise.core.port.Drift.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DriftTest {
  @Test
  void namesKindPlaceAndWord() {
    var drift = new Drift(Kind.UNKNOWN_STATUS, "/status", Optional.of("execution.new"));

    assertThat(drift.kind()).isEqualTo(Kind.UNKNOWN_STATUS);
    assertThat(drift.path()).isEqualTo("/status");
    assertThat(drift.word()).contains("execution.new");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void isIgnoredByTheListenerThatHearsNothing(Kind kind) {
    var drift = new Drift(kind, "/x", Optional.empty());

    assertThatCode(() -> DriftListener.NONE.onDrift(drift)).doesNotThrowAnyException();
  }
}
