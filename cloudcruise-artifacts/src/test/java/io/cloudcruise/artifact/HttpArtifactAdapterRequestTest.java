package io.cloudcruise.artifact;

import static io.cloudcruise.artifact.TestArtifact.adapterTo;
import static io.cloudcruise.artifact.TestArtifact.failure;
import static io.cloudcruise.artifact.TestArtifact.fetch;
import static io.cloudcruise.artifact.TestArtifact.response;
import static io.cloudcruise.artifact.TestArtifact.rest;
import static io.cloudcruise.artifact.TestArtifact.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, also in a JVM that would like to add cookies and passwords. */
@Timeout(60)
@ResourceLock("the JVM's cookies and authenticator")
class HttpArtifactAdapterRequestTest {
  private final CookieHandler cookiesBefore = CookieHandler.getDefault();
  private final Authenticator authenticatorBefore = Authenticator.getDefault();

  @BeforeEach
  void theMachineHasCredentials() {
    CookieHandler.setDefault(new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication("me", "pw".toCharArray());
          }
        });
  }

  @AfterEach
  void asBefore() {
    CookieHandler.setDefault(cookiesBefore);
    Authenticator.setDefault(authenticatorBefore);
  }

  private static Stream<String> headerNames(String head) {
    return head.lines()
        .skip(1)
        .filter(line -> !line.isEmpty())
        .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT));
  }

  @Test
  void nothingButWhatTheTransportNeeds() {
    try (var server = HostileServer.responding(response());
        var adapter = adapterTo(server).build()) {

      fetch(adapter, whole(server.baseUrl() + "/a%20b?X-Amz-Signature=1%2F2"));

      assertThat(server.requests()).hasSize(1);
      assertThat(server.requests().get(0)).startsWith("GET /a%20b?X-Amz-Signature=1%2F2 HTTP/1.1");
      assertThat(headerNames(server.requests().get(0)))
          .filteredOn(name -> !name.equals("content-length")) // 0, as older JDKs say
          .containsExactlyInAnyOrder("host", "user-agent", "accept-encoding");
      assertThat(server.requests().get(0)).contains("Accept-Encoding: identity\r\n");
    }
  }

  @Test
  void theRestIsAskedForByVersion() {
    try (var server = HostileServer.responding(response());
        var adapter = adapterTo(server).build()) {

      fetch(adapter, rest(server.baseUrl(), 5, "\"v1\""));

      assertThat(server.requests().get(0))
          .contains("\r\nRange: bytes=5-\r\n")
          .contains("\r\nIf-Range: \"v1\"\r\n");
    }
  }

  @Test
  void cookiesAreNotKept() {
    try (var server =
            HostileServer.responding(
                RawResponse.status(200).header("Set-Cookie", "a=b; Path=/").body("a"));
        var adapter = adapterTo(server).build()) {

      fetch(adapter, whole(server.baseUrl()));
      fetch(adapter, whole(server.baseUrl()));

      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().toString()).doesNotContainIgnoringCase("cookie");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aChallengeIsNotAnswered(int status) {
    try (var server =
            HostileServer.responding(
                RawResponse.status(status).header("WWW-Authenticate", "Basic realm=\"a\""));
        var adapter = adapterTo(server).build()) {

      assertThat(failure(adapter, whole(server.baseUrl())).httpStatus()).hasValue(status);

      assertThat(server.requests()).hasSize(1);
      assertThat(server.requests().get(0)).doesNotContainIgnoringCase("authorization");
    }
  }

  @Test
  void aProxyGetsNoPassword() {
    try (var proxy =
            HostileServer.onRequest(
                peer ->
                    peer.write(
                        RawResponse.status(407)
                            .header("Proxy-Authenticate", "Basic realm=\"a\"")
                            .bytes()));
        var adapter =
            HttpArtifactAdapter.builder()
                .proxy(
                    ProxySelector.of(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())))
                .build()) {

      failure(adapter, whole("https://8.8.8.8/a?secret"));

      assertThat(proxy.requests()).hasSize(1);
      assertThat(proxy.requests().get(0))
          .startsWith("CONNECT 8.8.8.8:443 ")
          .doesNotContainIgnoringCase("authorization")
          .doesNotContain("secret");
    }
  }
}
