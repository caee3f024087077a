package io.cloudcruise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthTest {
  @ParameterizedTest
  @CsvSource({
    "abc,3",
    "Zürich,6",
    "佐藤 例,7",
    "🕐,2",
    "e\u0301,1",
    "한국,4",
    "✓,1",
    "…,1",
    "ｱ,1",
    "Ａ,2"
  })
  void countsTheColumnsOfATerminal(String text, int width) {
    assertThat(Width.of(text)).isEqualTo(width);
  }

  @Test
  void shortensToAWidthWithoutCuttingACharacterInTwo() {
    assertThat(Width.shorten("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Width.shorten("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(Width.shorten("佐藤例子", 6)).isEqualTo("佐藤…");
    assertThat(Width.shortenStart("abcdefg", 6)).isEqualTo("…cdefg");
    assertThat(Width.shorten("🕐🕐", 3)).isEqualTo("🕐…");
  }

  @Test
  void wrapsAtSpacesAndWithinWordsThatAreTooLong() {
    assertThat(Width.wrap("one two three", 8, 9)).containsExactly("one two", "three");
    assertThat(Width.wrap("abcdefghij", 4, 9)).containsExactly("abcd", "efgh", "ij");
    assertThat(Width.wrap("one two three four", 8, 2)).containsExactly("one two", "three f…");
    assertThat(Width.wrap("", 8, 2)).containsExactly("");
  }
}
