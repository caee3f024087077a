package io.cloudcruise.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageUrlTest {
  private static final String URL = "https://user:canary@a.example/b\n?session=canary#canary";

  @Test
  void keepsItsValueWordForWord() {
    assertThat(new PageUrl(URL).value()).isEqualTo(URL);
  }

  @Test
  void printsNeitherQueryNorFragmentNorUserInformationNorControlCharacters() {
    assertThat(new PageUrl(URL)).hasToString("https://***@a.example/b??***");
  }

  @Test
  void equalsByItsWholeValue() {
    assertThat(new PageUrl("https://a.example/?1"))
        .isEqualTo(new PageUrl("https://a.example/?1"))
        .isNotEqualTo(new PageUrl("https://a.example/?2"));
  }
}
