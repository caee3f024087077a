package io.cloudcruise.artifact;

import static io.cloudcruise.artifact.TestArtifact.failure;
import static io.cloudcruise.artifact.TestArtifact.fetch;
import static io.cloudcruise.artifact.TestArtifact.response;
import static io.cloudcruise.artifact.TestArtifact.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.TestTls;
import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HttpArtifactAdapterTlsTest {
  private static TestTls good;

  @BeforeAll
  @Timeout(120)
  static void makeACertificate(@TempDir Path folder) throws Exception {
    good = TestTls.certificate(folder, "dns:localhost");
  }

  private static HostileServer server() throws Exception {
    return HostileServer.onRequest(
        good.owner().getServerSocketFactory(), peer -> peer.write(response().bytes()));
  }

  private static String url(String host, HostileServer server) {
    return "https://" + host + ":" + server.port() + "/a?signature";
  }

  private static HttpArtifactAdapter.Builder believing() throws Exception {
    return HttpArtifactAdapter.builder().baseUrl("https://localhost:1").sslContext(good.believer());
  }

  private static void isNotTrusted(HttpArtifactAdapter adapter, String url, HostileServer server) {
    ArtifactException failure = failure(adapter, whole(url));

    assertThat(failure.reason()).isEqualTo(Reason.NOT_TRUSTED);
    assertThat(failure.isRetryable()).isFalse();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aTrustedServer() throws Exception {
    try (var server = server();
        var adapter = believing().build()) {
      assertThat(fetch(adapter, whole(url("localhost", server))).text())
          .isEqualTo(TestArtifact.TEXT);
    }
  }

  @Test
  void aCertificateThatSignsItself() throws Exception {
    try (var server = server();
        var adapter = HttpArtifactAdapter.builder().baseUrl("https://localhost:1").build()) {
      isNotTrusted(adapter, url("localhost", server), server);
    }
  }

  @Test
  void aCertificateOfAnotherHost() throws Exception {
    try (var server = server();
        var adapter = believing().build()) {
      isNotTrusted(adapter, url("127.0.0.1", server), server);
    }
  }

  /** A name that is public when it is checked, and this machine when it is connected to. */
  @Test
  void aNameThatChangesItsMindMustStillBeProven() throws Exception {
    try (var server = server();
        var adapter =
            believing()
                .allowPrivateNetwork(true)
                .resolver(host -> InetAddress.getAllByName("8.8.8.8"))
                .build()) {
      isNotTrusted(adapter, url("127.0.0.1", server), server);
    }
  }

  @Test
  void aServerWithNothingInCommon() throws Exception {
    byte[] handshakeFailure = {0x15, 3, 3, 0, 2, 2, 40};
    try (var server =
            HostileServer.onConnection(
                peer -> {
                  peer.readSome();
                  peer.write(handshakeFailure);
                  peer.stall();
                });
        var adapter = believing().build()) {
      isNotTrusted(adapter, url("localhost", server), server);
    }
  }

  @Test
  void aServerThatHangsUpInTheHandshake() throws Exception {
    try (var server =
            HostileServer.onConnection(
                peer -> {
                  peer.readSome();
                  peer.hangUp();
                });
        var adapter = believing().build()) {
      assertThat(failure(adapter, whole(url("localhost", server))).isRetryable()).isTrue();
    }
  }

  @Test
  void aServerThatResetsInTheHandshake() throws Exception {
    try (var server =
            HostileServer.onConnection(
                peer -> {
                  peer.readSome();
                  peer.reset();
                });
        var adapter = believing().build()) {
      assertThat(failure(adapter, whole(url("localhost", server))).isRetryable()).isTrue();
    }
  }

  @Test
  void aHandshakeThatStalls() throws Exception {
    try (var server = HostileServer.onConnection(HostileServer.Peer::stall);
        var adapter = believing().maxWait(TestArtifact.SOON).build()) {
      assertThat(failure(adapter, whole(url("localhost", server))).reason())
          .isEqualTo(Reason.BROKEN);
      assertThat(server.seesClientLeave()).isTrue();
    }
  }
}
