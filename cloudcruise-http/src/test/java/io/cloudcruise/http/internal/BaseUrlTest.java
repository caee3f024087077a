package io.cloudcruise.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.cloudcruise.com",
        "https://api.cloudcruise.com/",
        "HTTPS://API.example",
        "https://api.example:8443/v1/cloud-cruise_2.0~x",
        "https://192.0.2.1",
        "https://[2001:db8::1]:443",
        "https://xn--bcher-kva.example",
        "https://a.example/...",
        "https://a.example/.well-known",
        " https://a.example \n",
        "http://localhost:8080",
        "http://LOCALHOST",
        "http://127.0.0.1:8080/",
        "http://127.1.2.3",
        "http://[::1]:8080/prefix",
      })
  void takes(String url) {
    assertThat(BaseUrl.of(url).value()).startsWith("http");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "canary",
        "/canary",
        "//canary.example",
        "canary.example",
        "https:",
        "https://",
        "https:///canary",
        "https:canary.example",
        "https://:443",
        "https://canary.example:port",
        "https://canary_host",
        "https://canary.example:65536",
        "http://localhost:99999",
        "https://canary.example\\@other.example",
        "https://canary .example",
        "https://canary.example\r\nX: y",
        "https://can\u00E4ry.example/%zz",
        "http://canary.example",
        "http://192.168.0.1",
        "http://10.0.0.1",
        "http://169.254.169.254",
        "http://0.0.0.0",
        "http://[::]",
        "http://[::ffff:192.0.2.1]",
        "http://[::2]",
        "http://128.0.0.1",
        "http://1270.0.0.1",
        "http://localhost.canary.example",
        "http://canarylocalhost",
        "http://localhost.",
        "http://127.0.0.1.canary.example",
        "http://127.0.0.1@canary.example",
        "http://localhost:80@canary.example",
        "ftp://localhost",
        "file:///canary",
        "ws://localhost",
        "httpss://canary.example",
        "jar:https://canary.example!/",
        "https://user@canary.example",
        "https://user:canary@a.example",
        "https://:canary@a.example",
        "https://@canary.example",
        "https://a.example?canary",
        "https://a.example/?",
        "https://a.example/api?canary=1",
        "https://a.example#canary",
        "https://a.example/#",
        "https://a.example/..",
        "https://a.example/../canary",
        "https://a.example/canary/.",
        "https://a.example/./canary",
        "https://a.example/a/../canary",
        "https://a.example/%2e%2e/canary",
        "https://a.example/%2E./canary",
        "https://a.example/a%2fcanary",
        "https://a.example/a%5ccanary",
        "https://a.example/a\\canary",
        "https://a.example//canary",
        "https://a.example/canary//",
        "https://a.example/canary;x=1",
        "https://a.example/{canary}",
        "https://a.example/can ary",
        "https://a.example/%00canary",
      })
  void refusesAndDoesNotQuote(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BaseUrl.of(url))
        .withMessageStartingWith("the base URL ")
        .withMessageNotContaining("canary")
        .withNoCause();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example, https://a.example",
    "https://a.example/, https://a.example",
    "https://a.example/api/, https://a.example/api",
    "' https://a.example/api ', https://a.example/api",
  })
  void hasNoSlashAtTheEnd(String given, String used) {
    assertThat(BaseUrl.of(given).value()).isEqualTo(used);
  }

  @ParameterizedTest
  @CsvSource({
    "https://my_bucket.storage.example, underscore",
    "https://api.example:99999, 65535",
  })
  void saysWhatIsWrongWithAHostOrPort(String url, String word) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BaseUrl.of(url))
        .withMessageContaining(word);
  }
}
