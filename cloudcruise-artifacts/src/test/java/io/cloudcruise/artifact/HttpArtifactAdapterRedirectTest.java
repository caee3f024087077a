package io.cloudcruise.artifact;

import static io.cloudcruise.artifact.TestArtifact.failure;
import static io.cloudcruise.artifact.TestArtifact.fetch;
import static io.cloudcruise.artifact.TestArtifact.response;
import static io.cloudcruise.artifact.TestArtifact.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import io.cloudcruise.rigs.TestTls;
import java.net.InetAddress;
import java.nio.file.Path;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpArtifactAdapterRedirectTest {
  private static ServerSocketFactory tls = ServerSocketFactory.getDefault();
  private static SSLContext believer;

  @BeforeAll
  @Timeout(120)
  static void makeACertificate(@TempDir Path folder) throws Exception {
    TestTls good = TestTls.certificate(folder, "dns:localhost");
    tls = good.owner().getServerSocketFactory();
    believer = good.believer();
  }

  /** Names other than localhost mean an address that is not public. */
  private static HttpArtifactAdapter adapter() {
    return HttpArtifactAdapter.builder()
        .baseUrl("https://localhost:1")
        .sslContext(believer)
        .resolver(
            host -> InetAddress.getAllByName(host.endsWith(".example") ? "192.168.0.1" : host))
        .build();
  }

  private static RawResponse redirect(String location) {
    return RawResponse.status(302).header("Location", location);
  }

  /** Sends whoever asks for a number to the number below, and has the artifact at zero. */
  private static HostileServer countingDown() {
    return HostileServer.onRequest(
        tls,
        peer -> {
          int left = Integer.parseInt(peer.target().substring(1));
          peer.write((left == 0 ? response() : redirect("/" + (left - 1))).bytes());
        });
  }

  private static HostileServer redirecting(String location) {
    return HostileServer.onRequest(tls, peer -> peer.write(redirect(location).bytes()));
  }

  private static String url(HostileServer server, String path) {
    return "https://localhost:" + server.port() + path;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void upToThreeAreFollowed(int redirects) {
    try (var server = countingDown();
        var adapter = adapter()) {

      assertThat(fetch(adapter, whole(url(server, "/" + redirects))).text())
          .isEqualTo(TestArtifact.TEXT);

      assertThat(server.requests()).hasSize(redirects + 1);
    }
  }

  @Test
  void theFourthIsNot() {
    try (var server = countingDown();
        var adapter = adapter()) {

      assertThat(failure(adapter, whole(url(server, "/4"))).reason()).isEqualTo(Reason.UNSAFE);

      assertThat(server.requests()).hasSize(4);
    }
  }

  @Test
  void aLoopEnds() {
    try (var server = redirecting("/a");
        var adapter = adapter()) {
      assertThat(failure(adapter, whole(url(server, "/a"))).reason()).isEqualTo(Reason.UNSAFE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void toAnotherHost(int status) {
    try (var other = HostileServer.onRequest(tls, peer -> peer.write(response().bytes()));
        var server =
            HostileServer.onRequest(
                tls,
                peer ->
                    peer.write(
                        RawResponse.status(status)
                            .header("Location", url(other, "/b?c"))
                            .bytes()));
        var adapter = adapter()) {

      assertThat(fetch(adapter, whole(url(server, "/a?signature"))).text())
          .isEqualTo(TestArtifact.TEXT);

      assertThat(other.requests()).singleElement().asString().startsWith("GET /b?c HTTP/1.1\r\n");
      assertThat(other.requests().toString()).doesNotContainIgnoringCase("signature", "referer");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://private.example/a",
        "https://10.0.0.1/a",
        "https://169.254.169.254/latest",
        "https://me:pw@localhost/a",
        "https://me@localhost/a",
        "https://[fe80::1]/a",
        "https://2130706433/",
        "https://8.8.8.8:8443/",
        "https://",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/plain,a",
        "ftp://localhost/a",
        "mailto:a@b.example",
        "https:a",
        "http://["
      })
  void toWhereNothingMayBeFetchedFrom(String location) {
    try (var server = redirecting(location);
        var adapter = adapter()) {

      assertThat(failure(adapter, whole(url(server, "/a"))).reason()).isEqualTo(Reason.UNSAFE);

      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void toPlainHttp() {
    try (var plain = HostileServer.responding(response());
        var server = redirecting(plain.baseUrl() + "/b");
        var adapter = adapter()) {

      assertThat(failure(adapter, whole(url(server, "/a"))).reason()).isEqualTo(Reason.UNSAFE);

      assertThat(plain.connections()).isZero();
    }
  }

  @Test
  void theSecondHopIsCheckedToo() {
    try (var plain = HostileServer.responding(response());
        var second = redirecting(plain.baseUrl() + "/c");
        var first = redirecting(url(second, "/b"));
        var adapter = adapter()) {

      assertThat(failure(adapter, whole(url(first, "/a"))).reason()).isEqualTo(Reason.UNSAFE);

      assertThat(second.requests()).hasSize(1);
      assertThat(plain.connections()).isZero();
    }
  }

  @Test
  void loopbackIsNotAskedWhereTheApiIsElsewhere() {
    try (var server = HostileServer.onRequest(tls, peer -> peer.write(response().bytes()));
        var adapter =
            HttpArtifactAdapter.builder()
                .baseUrl("https://api.example")
                .sslContext(believer)
                .build()) {

      assertThat(failure(adapter, whole(url(server, "/a"))).reason()).isEqualTo(Reason.UNSAFE);

      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void plainHttpIsNeverRedirected() {
    try (var other = HostileServer.onRequest(tls, peer -> peer.write(response().bytes()));
        var server = HostileServer.responding(redirect(url(other, "/b")));
        var adapter = adapter()) {

      assertThat(failure(adapter, whole(server.baseUrl() + "/a")).reason())
          .isEqualTo(Reason.UNSAFE);

      assertThat(other.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 304, 305, 306, 307, 308})
  void withoutALocationThereIsNothingToFollow(int status) {
    try (var server =
            HostileServer.onRequest(tls, peer -> peer.write(RawResponse.status(status).bytes()));
        var adapter = adapter()) {

      assertThat(failure(adapter, whole(url(server, "/a"))).reason()).isEqualTo(Reason.UNEXPECTED);
    }
  }

  @Test
  void theBodyOfARedirectIsNotWaitedFor() {
    try (var server =
            HostileServer.onRequest(
                tls,
                peer -> {
                  if (peer.target().equals("/b")) {
                    peer.write(response().bytes());
                  } else {
                    peer.write(redirect("/b").contentLength(99).head());
                    peer.stall();
                  }
                });
        var adapter = adapter()) {
      assertThat(fetch(adapter, whole(url(server, "/a"))).text()).isEqualTo(TestArtifact.TEXT);
    }
  }
}
