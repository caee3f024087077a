package io.cloudcruise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void leavesGoodTextAsItIs() {
    String good = "Zürich – 佐藤 例 🕐 e\u0301 שלום";

    assertThat(SafeText.line(good)).isEqualTo(good);
  }

  @Test
  void replacesWhatATerminalActsOn() {
    assertThat(SafeText.line("a\u001B[31mb\u0007\u009B2Jc\u202Ed"))
        .isEqualTo("a\uFFFD[31mb\uFFFD\uFFFD2Jc\uFFFDd");
  }

  @Test
  void keepsTextOnOneLine() {
    assertThat(SafeText.line("a\nb\r\tc\u0085d\u2028e\u2029f\u000Bg")).isEqualTo("a b  c d e f g");
  }

  @Test
  void replacesHalvesOfCharacters() {
    assertThat(SafeText.line("a\uD800b")).isEqualTo("a\uFFFDb");
  }

  @Test
  void leavesMarksThatPileUpAway() {
    assertThat(SafeText.line("a" + "\u0301".repeat(50) + "b")).isEqualTo("a\u0301\u0301\u0301b");
  }

  @Test
  void cutsOffWhatNobodyWouldRead() {
    assertThat(SafeText.line("x".repeat(1_000_000))).hasSizeLessThan(3_000).endsWith("…");
  }
}
