package io.cloudcruise.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputMismatchExceptionTest {
  private final OutputMismatchException mismatch =
      new OutputMismatchException("/items/0", "number", "string");

  @Test
  void saysWhereAndWhatKinds() {
    assertThat(mismatch)
        .hasMessage("output does not fit at '/items/0': expected number, found string");
  }

  @Test
  void tellsPlaceAndKindsApart() {
    assertThat(mismatch.path()).isEqualTo("/items/0");
    assertThat(mismatch.expected()).isEqualTo("number");
    assertThat(mismatch.found()).isEqualTo("string");
  }
}
