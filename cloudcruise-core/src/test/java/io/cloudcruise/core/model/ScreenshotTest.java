package io.cloudcruise.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScreenshotTest {
  static Stream<Arguments> statements() {
    return Stream.of(
        Arguments.of(Optional.of(true), true),
        Arguments.of(Optional.of(false), false),
        Arguments.of(Optional.empty(), false));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void showsAnErrorOnlyIfItIsStatedTo(Optional<Boolean> stated, boolean shown) {
    var screenshot = Screenshot.builder().error(stated.orElse(null)).fullLength(true).build();

    assertThat(screenshot.showsError()).isEqualTo(shown);
  }
}
