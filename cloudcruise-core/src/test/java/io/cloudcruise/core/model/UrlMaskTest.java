package io.cloudcruise.core.model;

import static org.assertj.core.api.Assertions.assertThat;

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
    "?canary, ?***",
    "#canary, #***"
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
    "//user:canary@a.example/b, //***@a.example/b",
    "blob:https://user:canary@a.example/b, blob:https://***@a.example/b",
    "https://@a.example/b, https://***@a.example/b"
  })
  void hidesUserInformation(String url, String shown) {
    assertThat(UrlMask.mask(url)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/@b/c, https://a.example/@b/c",
    "https://a.example/x//b@c, https://a.example/x//b@c",
    "https://a.example?//b@c, https://a.example?***",
    "about:blank, about:blank",
    "not a url, not a url"
  })
  void takesNothingAfterTheHostForUserInformation(String url, String shown) {
    assertThat(UrlMask.mask(url)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\t", "\n", "\r", "\u001B", "\u007F", "\u0085", "\u009B", "\u200B", "\u202E",
        "\u2066", "\uFEFF"
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
        "",
        "https://b\u00FCcher.example/\u65E5\u672C",
        "a\\$1b",
        "https://a.example/\uD83D\uDE00"
      })
  void keepsWhatNeedsNoMask(String url) {
    assertThat(UrlMask.mask(url)).isEqualTo(url);
  }
}
