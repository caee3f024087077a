package io.cloudcruise.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlMaskTest {
  @ParameterizedTest
  @CsvSource({
    "https://a.example/b.png, https://a.example/b.png",
    "https://a.example/b.png?, https://a.example/b.png?***",
    "https://a.example/b.png?token=canary, https://a.example/b.png?***",
    "https://a.example/b.png?x=1&token=canary?canary, https://a.example/b.png?***",
    "https://a.example/b.png#canary, https://a.example/b.png#***",
    "https://a.example/b.png#canary?canary, https://a.example/b.png#***",
    "https://a.example/b.png?canary#canary, https://a.example/b.png?***",
    "https://a.example?canary, https://a.example?***",
    "https://a.example/b;jsessionid=canary, https://a.example/b;***",
    "https://a.example/b%3Ftoken=canary, https://a.example/b%***",
    "https://a.example/b%3bcanary, https://a.example/b%***"
  })
  void hidesQueryAndFragment(String url, String shown) {
    assertThat(UrlMask.mask(url)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "https://canary@a.example/b, https://***@a.example/b",
    "https://user:canary@a.example/b, https://***@a.example/b",
    "https://user:can@ary@a.example/b, https://***@a.example/b",
    "https://user:canary@a.example, https://***@a.example",
    "https://user:canary@a.example?canary@b, https://***@a.example?***",
    "https://@a.example/b, https://***@a.example/b"
  })
  void hidesUserInformation(String url, String shown) {
    assertThat(UrlMask.mask(url)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "https://user:canary/canary@a.example/b, https://***",
    "https://user:123/canary@a.example/b, https://***",
    "https:///user:canary@a.example/b, https://***",
    "https://a.example/canary@b/c, https://***",
    "https://a.example\\canary, https://***",
    "https://a.example:canary/b, https://***",
    "https:user:canary@a.example, ***",
    "'https:\\\\user:canary@a.example', ***",
    "//user:canary@a.example/b, ***",
    "user:canary@a.example, ***",
    "'data:text/html,canary', ***",
    "?canary, ***",
    "canary, ***",
    "'', ***"
  })
  void showsNothingThatIsNotCertainToBeHarmless(String url, String shown) {
    assertThat(UrlMask.mask(url)).isEqualTo(shown);
  }

  @Test
  void copesWithALongPath() {
    String url = "https://a.example/" + "b/".repeat(1_000_000);

    assertThat(UrlMask.mask(url)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\t", "\n", "\r", "\u001B", "\u007F", "\u0085", "\u009B", "\u200B", "\u202E",
        "\u2066", "\uFEFF", "\u2028", "\u2029"
      })
  void replacesWhatCannotBePrinted(String unprintable) {
    assertThat(UrlMask.mask("https://a.example/b" + unprintable + "c"))
        .isEqualTo("https://a.example/b?c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\u0000"})
  void hidesUserInformationThatHoldsWhatCannotBePrinted(String unprintable) {
    assertThat(UrlMask.mask("https://us" + unprintable + "er:canary@a.example/b"))
        .isEqualTo("https://***@a.example/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://b\u00FCcher.example/\u65E5\u672C",
        "https://a.example:8443/$1b",
        "http://[::1]:8080/b",
        "https://a.example/\uD83D\uDE00"
      })
  void keepsWhatNeedsNoMask(String url) {
    assertThat(UrlMask.mask(url)).isEqualTo(url);
  }
}
