package io.cloudcruise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.SignedUrl;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlPlaceTest {
  @ParameterizedTest
  @CsvSource({
    "https://a.example/b/c.png?signature=s3cret,a.example/b/c.png",
    "https://a.example/b#s3cret,a.example/b",
    "https://u:s3cret@a.example/b,***@a.example/b",
    "ftp://a.example/b,ftp://a.example/b"
  })
  void showsNothingThatAuthorises(String url, String place) {
    assertThat(UrlPlace.of(new SignedUrl(url, Optional.empty()))).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({
    "a.example/one/two/c.png,40,a.example/one/two/c.png",
    "a.example/one/two/c.png,22,a.example/…/two/c.png",
    "a.example/one/two/c.png,18,a.example/…/c.png",
    "a.example/one/two/c.png,8,…o/c.png"
  })
  void cutsTheMiddleOutOfALongPath(String place, int room, String fit) {
    assertThat(UrlPlace.fit(place, room)).isEqualTo(fit);
  }
}
