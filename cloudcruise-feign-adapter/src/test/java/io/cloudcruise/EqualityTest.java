package io.cloudcruise;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.rigs.PublicValues;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;

/** The laws of equality and hash code, tried on every value that callers can see. */
class EqualityTest {
  @Test
  void everyValueKeepsTheLaws() {
    assertThat(PublicValues.besides(ApiKey.class))
        .contains(ApiKey.class)
        .allSatisfy(type -> EqualsVerifier.forClass(type).verify());
  }
}
