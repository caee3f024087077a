package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.adapterTo;
import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UnavailableException.Reason;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class FeignRunResultsAdapterConnectionTest {

  private static void isLost(HostileServer.Script script) {
    isUnavailable(Reason.CONNECTION_LOST, failure(UnavailableException.class, script));
  }

  private static void isUnavailable(Reason reason, UnavailableException unavailable) {
    assertThat(unavailable.reason()).isEqualTo(reason);
    assertThat(unavailable.httpStatus()).isEmpty();
    assertThat(unavailable.sessionId()).hasValue(TestRun.ID);
    assertThat(unavailable.isRetryable()).isTrue();
  }

  @Test
  void nobodyListens() throws Exception {
    int port;
    try (ServerSocket closedSoon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closedSoon.getLocalPort();
    }

    try (var adapter = adapterTo("http://127.0.0.1:" + port).build()) {
      isUnavailable(Reason.CANNOT_CONNECT, failure(UnavailableException.class, adapter));
    }
  }

  @Test
  void theHostHasNoAddress() {
    try (var adapter = adapterTo("https://nowhere.invalid").build()) {
      isUnavailable(Reason.CANNOT_CONNECT, failure(UnavailableException.class, adapter));
    }
  }

  @Test
  void theServerHangsUpOnConnecting() {
    try (var server = HostileServer.onConnection(HostileServer.Peer::hangUp);
        var adapter = adapterTo(server)) {
      isUnavailable(Reason.CONNECTION_LOST, failure(UnavailableException.class, adapter));
    }
  }

  @Test
  void theServerHangsUpBeforeItResponds() {
    isLost(HostileServer.Peer::hangUp);
  }

  @Test
  void theServerResetsBeforeItResponds() {
    isLost(HostileServer.Peer::reset);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void headersAreCutOff(boolean reset) {
    isLost(
        peer -> {
          peer.write("HTTP/1.1 200 OK\r\nContent-Le");
          end(peer, reset);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBodyThatHasNotBegunIsCutOff(boolean reset) {
    isLost(
        peer -> {
          peer.write(RawResponse.status(200).contentLength(100).head());
          end(peer, reset);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBodyIsShorterThanStated(boolean reset) {
    isLost(
        peer -> {
          RawResponse response = RawResponse.status(200).contentLength(TestRun.JSON.length() + 1);
          peer.write(response.body(TestRun.JSON).bytes());
          end(peer, reset);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void chunksHaveNoEnd(boolean reset) {
    isLost(
        peer -> {
          peer.write(RawResponse.status(200).chunked().head());
          peer.write(RawResponse.chunk(TestRun.JSON));
          end(peer, reset);
        });
  }

  private static void end(HostileServer.Peer peer, boolean reset) throws IOException {
    if (reset) {
      peer.reset();
    } else {
      peer.hangUp();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.6\r\n\r\n",
        "220 mail.example ESMTP\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1\r\n\r\n",
        "HTTP/1.1 099 Odd\r\n\r\n",
        "HTTP/1.1 -20 Odd\r\n\r\n",
        "HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\n\r\n",
        "{\"session_id\":1}\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
      })
  void aResponseThatIsNotHttpIsAContractViolation(String nonsense) {
    ContractViolationException violation =
        failure(
            ContractViolationException.class,
            peer -> {
              peer.write(nonsense);
              peer.hangUp();
            });

    assertThat(violation.httpStatus()).isEmpty();
    assertThat(violation.expected()).isEqualTo("a response in HTTP");
    assertThat(violation).hasMessageNotContaining("(HTTP");
  }

  @Test
  void aHundredCallsShareAConnection() {
    try (var server = HostileServer.responding(TestRun.response());
        var adapter = adapterTo(server)) {

      for (int call = 0; call < 100; call++) {
        assertThat(adapter.find(TestRun.ID)).isPresent();
      }

      assertThat(server.requests()).hasSize(100);
      assertThat(server.connections()).isOne();
    }
  }

  @Test
  void refusalsLeaveTheConnectionOpen() {
    try (var server = HostileServer.responding(RawResponse.status(503).body("{}"));
        var adapter = adapterTo(server)) {

      failure(UnavailableException.class, adapter);
      failure(UnavailableException.class, adapter);

      assertThat(server.connections()).isOne();
    }
  }

  /** The JDK's client asks again by itself: two calls, three requests. */
  @Test
  void aPooledConnectionThatProvesDeadCostsOneMoreRequest() {
    AtomicInteger asked = new AtomicInteger();
    try (var server =
            HostileServer.onRequest(
                peer -> {
                  if (asked.incrementAndGet() == 2) {
                    peer.hangUp();
                  } else {
                    peer.write(TestRun.response().bytes());
                  }
                });
        var adapter = adapterTo(server)) {

      assertThat(adapter.find(TestRun.ID)).isPresent();
      assertThat(adapter.find(TestRun.ID)).isPresent();

      assertThat(server.requests()).hasSize(3);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** A fresh connection makes no difference to it: one call, two requests, and never a third. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aConnectionThatBreaksBeforeTheResponseIsTriedOnceMore(boolean reset) {
    try (var server = HostileServer.onRequest(peer -> end(peer, reset));
        var adapter = adapterTo(server)) {

      failure(UnavailableException.class, adapter);

      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void aPooledConnectionThatBreaksWithinTheResponseIsNotTriedAgain() {
    AtomicInteger asked = new AtomicInteger();
    try (var server =
            HostileServer.onRequest(
                peer -> {
                  if (asked.incrementAndGet() == 2) {
                    peer.write("HTTP/1.1 200 OK\r\nContent-Le");
                    peer.hangUp();
                  } else {
                    peer.write(TestRun.response().bytes());
                  }
                });
        var adapter = adapterTo(server)) {

      assertThat(adapter.find(TestRun.ID)).isPresent();
      failure(UnavailableException.class, adapter);

      assertThat(server.requests()).hasSize(2);
    }
  }
}
