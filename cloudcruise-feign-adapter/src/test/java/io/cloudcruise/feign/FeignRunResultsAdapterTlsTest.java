package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.adapterTo;
import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UnavailableException.Reason;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.TestTls;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class FeignRunResultsAdapterTlsTest {
  private static TestTls good;

  @BeforeAll
  @Timeout(120)
  static void makeACertificate(@TempDir Path folder) throws Exception {
    good = TestTls.certificate(folder, "ip:127.0.0.1");
  }

  private static void isNotTrusted(FeignRunResultsAdapter adapter) {
    UnavailableException unavailable = failure(UnavailableException.class, adapter);

    assertThat(unavailable.reason()).isEqualTo(Reason.NOT_TRUSTED);
    assertThat(unavailable.isRetryable()).isFalse();
    assertThat(unavailable.httpStatus()).isEmpty();
  }

  @Test
  void aTrustedServerIsRead() throws Exception {
    try (var server = good.serve(TestRun.JSON);
        var adapter = adapterTo(server.url("127.0.0.1")).sslContext(good.believer()).build()) {
      assertThat(adapter.find(TestRun.ID)).isPresent();
    }
  }

  @Test
  void aCertificateThatSignsItselfIsNotTrusted() throws Exception {
    try (var server = good.serve(TestRun.JSON);
        var adapter = adapterTo(server.url("127.0.0.1")).build()) {
      isNotTrusted(adapter);
    }
  }

  @Test
  void aCertificateOfAnotherHostIsNotTrusted() throws Exception {
    try (var server = good.serve(TestRun.JSON);
        var adapter = adapterTo(server.url("localhost")).sslContext(good.believer()).build()) {
      isNotTrusted(adapter);
    }
  }

  @Test
  void aServerWithNoCipherInCommonIsNotTrusted() {
    byte[] handshakeFailure = {0x15, 3, 3, 0, 2, 2, 40};
    try (var server =
            HostileServer.onConnection(
                peer -> {
                  peer.readSome();
                  peer.write(handshakeFailure);
                  peer.stall();
                });
        var adapter = adapterTo("https://127.0.0.1:" + server.port()).build()) {
      isNotTrusted(adapter);
    }
  }

  @Test
  void aServerThatHangsUpInTheHandshakeMayDoBetterLater() {
    try (var server =
            HostileServer.onConnection(
                peer -> {
                  peer.readSome();
                  peer.hangUp();
                });
        var adapter = adapterTo("https://127.0.0.1:" + server.port()).build()) {
      assertThat(failure(UnavailableException.class, adapter).isRetryable()).isTrue();
    }
  }

  @Test
  void aServerThatResetsInTheHandshakeMayDoBetterLater() {
    try (var server =
            HostileServer.onConnection(
                peer -> {
                  peer.readSome();
                  peer.reset();
                });
        var adapter = adapterTo("https://127.0.0.1:" + server.port()).build()) {
      assertThat(failure(UnavailableException.class, adapter).isRetryable()).isTrue();
    }
  }

  @Test
  void aHandshakeThatStallsEndsAtTheDeadline() {
    try (var server = HostileServer.onConnection(HostileServer.Peer::stall);
        var adapter =
            adapterTo("https://127.0.0.1:" + server.port()).deadline(TestRun.SOON).build()) {
      assertThat(failure(DeadlineExceededException.class, adapter).phase())
          .isIn(Phase.CONNECTING, Phase.WAITING_FOR_RESPONSE);
    }
  }

  @Test
  void noKeyGoesToAServerThatIsNotTrusted() throws Exception {
    try (var server =
            HostileServer.onConnection(
                peer -> {
                  peer.readSome();
                  peer.write("HTTP/1.1 200 OK\r\n\r\n");
                  peer.hangUp();
                });
        var adapter = adapterTo("https://127.0.0.1:" + server.port()).build()) {

      failure(UnavailableException.class, adapter);

      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aRedirectToPlainHttpIsNotFollowed() throws Exception {
    try (var plain = HostileServer.responding(TestRun.response());
        var server = good.serve(TestRun.JSON);
        var adapter = adapterTo(server.url("127.0.0.1")).sslContext(good.believer()).build()) {
      server.server().removeContext("/");
      server
          .server()
          .createContext(
              "/",
              exchange -> {
                exchange.getResponseHeaders().set("Location", plain.baseUrl());
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
              });

      failure(ContractViolationException.class, adapter);

      assertThat(plain.connections()).isZero();
    }
  }
}
