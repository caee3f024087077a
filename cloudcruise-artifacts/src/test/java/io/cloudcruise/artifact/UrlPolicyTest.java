package io.cloudcruise.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPolicyTest {
  private static final String PUBLIC = "8.8.8.8";

  private static UrlPolicy targets(boolean loopback, boolean privateNetwork, String... are) {
    return new UrlPolicy(
        loopback, privateNetwork, host -> addresses(are), HttpClient.Builder.NO_PROXY);
  }

  private static InetAddress[] addresses(String... literals) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.getByName(literals[i]);
    }
    return addresses;
  }

  /** Does what a transfer does before it asks. */
  private static URI admitted(UrlPolicy targets, String url) throws UnknownHostException {
    SignedUrl signed = TestArtifact.signed(url);
    URI target = targets.first(signed);
    targets.check(signed, target, targets.addresses(target));
    return target;
  }

  private static URI admitted(String url) throws UnknownHostException {
    return admitted(targets(false, false, PUBLIC), url);
  }

  private static void isRefused(UrlPolicy targets, String url) {
    Throwable thrown = catchThrowable(() -> admitted(targets, url));

    assertThat(TestArtifact.failure(thrown).reason()).isEqualTo(Reason.UNSAFE);
    assertThat(((ArtifactException) thrown).isRetryable()).isFalse();
  }

  /** With addresses looked up for real, which for these takes no network. */
  private static void isRefused(String url) {
    isRefused(
        new UrlPolicy(false, false, InetAddress::getAllByName, HttpClient.Builder.NO_PROXY), url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://s.example/a", "HTTPS://S.Example/a", "https://s.example:443/a?sig=1",
        "https://s.example", "https://8.8.8.8/a", " https://s.example/a "
      })
  void httpsWithPublicHosts(String url) throws UnknownHostException {
    assertThat(admitted(url).getScheme()).isEqualToIgnoringCase("https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/a",
        "//s.example/a",
        "s.example/a",
        "https:",
        "https:///a",
        "https:/s.example",
        "https:s.example",
        "https://",
        "https://?a",
        "https://:443/",
        "http://s.example/a",
        "ftp://s.example/a",
        "file:///etc/passwd",
        "file://s.example/a",
        "javascript:alert(1)",
        "data:text/plain,a",
        "jar:https://s.example/a!/b",
        "https://me:pw@s.example/a",
        "https://me@s.example/",
        "https://@s.example/",
        "https://s.example@127.0.0.1/",
        "https://s.example\\@127.0.0.1/",
        "https://s.example\\.evil.example/",
        "https://s.ex ample/",
        "https://s.ex\u0000ample/",
        "https://s.example/a\r\nb",
        "https://%6cocalhost/",
        "https://löcal.example/",
        "https://①②⑦.⓪.⓪.①/",
        "https://s.example:65536/",
        "https://s.example:-1/",
        "https://s.example:x/",
        "https://[::1/",
        "https://[zz]/",
        "https://a/#b#c"
      })
  void anUrlThatIsNotHttpsIsRefused(String url) {
    isRefused(targets(false, false, PUBLIC), url);
    isRefused(targets(true, true, PUBLIC), url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0x7f.0.0.1",
        "127.1",
        "127.0.1",
        "0177.0.0.1",
        "00127.0.0.1",
        "134744072",
        "8.8.8.010",
        "8.8.8.8."
      })
  void addressesSpelledUnusually(String host) {
    isRefused(targets(false, false, PUBLIC), "https://" + host + "/a");
    isRefused(targets(true, true, PUBLIC), "https://" + host + "/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "[::]",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[fe80::1]",
        "[fc00::1]",
        "[ff02::1]",
        "localhost",
        "LOCALHOST"
      })
  void addressesThatAreNotPublic(String host) {
    isRefused("https://" + host + "/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1", "172.31.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "127.0.0.1", "fe80::1", "fc00::1", "::1", "224.0.0.1", "255.255.255.255"
      })
  void namesOfSuchAddresses(String address) {
    isRefused(targets(false, false, address), "https://s.example/a");
    isRefused(targets(false, false, PUBLIC, address), "https://s.example/a");
    isRefused(targets(false, false, address, PUBLIC), "https://localhost./a");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 22, 80, 444, 6379, 8443})
  void otherPorts(int port) throws UnknownHostException {
    String url = "https://s.example:" + port + "/a";

    isRefused(targets(false, false, PUBLIC), url);

    assertThat(admitted(targets(false, true, PUBLIC), url)).hasPort(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "fc00::1", "192.168.0.1", "127.0.0.1"})
  void aNetworkOfOnesOwnIsFineOverHttps(String address) throws UnknownHostException {
    assertThat(admitted(targets(false, true, address), "https://minio.example:9000/a"))
        .hasHost("minio.example");

    isRefused(targets(false, true, address), "http://minio.example:9000/a");
    isRefused(targets(true, true, address), "http://minio.example:9000/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9/a",
        "http://127.0.0.1:65535/a",
        "http://localhost/a",
        "HTTP://LocalHost:80/",
        "http://[::1]:9/a",
        "https://localhost:8443/a"
      })
  void whereTheApiIsOnLoopbackSoAreArtifacts(String url) throws UnknownHostException {
    assertThat(admitted(targets(true, false, "127.0.0.1", "::1"), url)).isNotNull();

    isRefused(targets(false, false, "127.0.0.1"), url);
  }

  @Test
  void loopbackStandsForNoOtherNetwork() {
    isRefused(targets(true, false, "10.0.0.1"), "https://s.example/a");
    isRefused(targets(true, false, "127.0.0.1", "10.0.0.1"), "https://s.example/a");
    isRefused(targets(true, false, PUBLIC), "https://s.example:8443/a");
    isRefused(targets(true, false, PUBLIC), "http://localhost/a");
  }

  /** A name may mean loopback when it is checked and something else a moment later. */
  @Test
  void httpIsNotSpokenWithANameThatOnlyResolvesToLoopback() {
    isRefused(targets(true, false, "127.0.0.1"), "http://s.example/a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a b.png | /a%20b.png",
        "/a%20b.png | /a%20b.png",
        "/a\"b{c}d^e`f<g>.png | /a%22b%7Bc%7Dd%5Ee%60f%3Cg%3E.png",
        "/a[1].png | /a%5B1%5D.png",
        "/a\\b | /a%5Cb",
        "/100%.png | /100%25.png",
        "/100%zz.png?a=% | /100%25zz.png?a=%25",
        "/ä/€.png | /%C3%A4/%E2%82%AC.png",
        "/a\u0308.png | /a%CC%88.png",
        "/\uD83D\uDE00 | /%F0%9F%98%80",
        "/a?q=a b&r=[1] | /a?q=a%20b&r=%5B1%5D",
        "/a//b/../c/./d | /a//b/../c/./d",
        "/a?X=a%2Fb+c%3D | /a?X=a%2Fb+c%3D",
      })
  void charactersThatStorageLeavesUnescapedAreEscapedAndNoOthers(String given, String sent)
      throws UnknownHostException {
    assertThat(admitted("https://s.example" + given)).hasToString("https://s.example" + sent);
  }

  @ParameterizedTest
  @CsvSource({
    "https://t.example/b, https://t.example/b",
    "//t.example/b, https://t.example/b",
    "/b?c, https://s.example/b?c",
    "b, https://s.example/x/b",
    "../b, https://s.example/b",
    "/b c, https://s.example/b%20c"
  })
  void redirects(String location, String target) {
    assertThat(
            targets(false, false)
                .next(
                    TestArtifact.signed("https://s.example/x/a"),
                    URI.create("https://s.example/x/a"),
                    location))
        .hasToString(target);
  }

  @Test
  void aNameThatOnlyAProxyKnowsIsTheProxysToDecide() throws UnknownHostException {
    UrlPolicy proxied =
        unknowing(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)));

    assertThat(admitted(proxied, "https://s.example/a")).hasHost("s.example");

    isRefused(proxied, "https://s.example:22/a");
    isRefused(proxied, "http://s.example/a");
  }

  @Test
  void aNameThatNobodyKnowsIsUnknown() {
    UrlPolicy unknowing = unknowing(HttpClient.Builder.NO_PROXY);

    assertThat(catchThrowable(() -> admitted(unknowing, "https://s.example/a")))
        .isInstanceOf(UnknownHostException.class);
  }

  private static UrlPolicy unknowing(ProxySelector proxies) {
    return new UrlPolicy(
        true,
        false,
        host -> {
          throw new UnknownHostException(host);
        },
        proxies);
  }
}
