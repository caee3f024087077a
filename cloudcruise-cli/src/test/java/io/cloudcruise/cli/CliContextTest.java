package io.cloudcruise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CliContextTest {
  private static boolean colour(Map<String, String> environment, boolean terminal) {
    return CliContext.wantsColour(environment::get, terminal);
  }

  @Test
  void wantsColourOnATerminalUnlessAskedNotTo() {
    assertThat(colour(Map.of("TERM", "xterm"), true)).isTrue();
    assertThat(colour(Map.of(), true)).isTrue();
    assertThat(colour(Map.of("NO_COLOR", ""), true)).isTrue();
    assertThat(colour(Map.of("TERM", "xterm"), false)).isFalse();
    assertThat(colour(Map.of("TERM", "dumb"), true)).isFalse();
    assertThat(colour(Map.of("NO_COLOR", "1"), true)).isFalse();
  }
}
