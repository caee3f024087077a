package io.cloudcruise.reliability.faults;

import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.TestTls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Troubles with certificates and handshakes. */
final class Tls {
  static final int HANDSHAKE_FAILURE = 40;
  static final int PROTOCOL_VERSION = 70;

  private static final String NAME = "dns:localhost";
  private static final TestTls GOOD = made(TestTls::certificate);
  private static final TestTls EXPIRED = made(TestTls::expired);

  /** A server hello that chooses TLS 1.0. */
  private static final byte[] TLS_1_0_HELLO = hello();

  private Tls() {}

  private interface Maker {
    TestTls make(Path folder, String host) throws Exception;
  }

  private static TestTls made(Maker maker) {
    try {
      return maker.make(Files.createTempDirectory("tls"), NAME);
    } catch (Exception e) {
      throw new AssertionError("no certificate", e);
    }
  }

  private static byte[] hello() {
    byte[] hello = new byte[5 + 4 + 38];
    byte[] head = {0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1};
    System.arraycopy(head, 0, hello, 0, head.length);
    hello[hello.length - 3] = (byte) 0xc0; // ECDHE_RSA_WITH_AES_128_CBC_SHA
    hello[hello.length - 2] = 0x13;
    return hello;
  }

  static Trouble.Source selfSigned(HostileServer.Script script) {
    return () -> trouble(GOOD, "localhost", Optional.empty(), script);
  }

  static Trouble.Source expired(HostileServer.Script script) {
    return () -> trouble(EXPIRED, "localhost", Optional.of(EXPIRED.believer()), script);
  }

  static Trouble.Source wrongHost(HostileServer.Script script) {
    return () -> trouble(GOOD, "127.0.0.1", Optional.of(GOOD.believer()), script);
  }

  static Trouble.Source trusted(HostileServer.Script script) {
    return () -> trouble(GOOD, "localhost", Optional.of(GOOD.believer()), script);
  }

  static Trouble.Source tooOld() {
    return inHello(
        peer -> {
          peer.write(TLS_1_0_HELLO);
          peer.stall();
        });
  }

  static Trouble.Source alert(int description) {
    return inHello(
        peer -> {
          peer.write(new byte[] {0x15, 3, 3, 0, 2, 2, (byte) description});
          peer.stall();
        });
  }

  static Trouble.Source plain(String statusLine) {
    return inHello(
        peer -> {
          peer.write(statusLine + "\r\n\r\n");
          peer.hangUp();
        });
  }

  /** {@return what does something once the client has said hello} */
  static Trouble.Source inHello(HostileServer.Script script) {
    return () -> {
      HostileServer server =
          HostileServer.onConnection(
              peer -> {
                peer.readSome();
                script.play(peer);
              });
      return new Trouble(server, "https://localhost:" + server.port(), Optional.empty());
    };
  }

  private static Trouble trouble(
      TestTls tls, String host, Optional<SSLContext> trust, HostileServer.Script script)
      throws Exception {
    HostileServer server = HostileServer.onRequest(tls.owner().getServerSocketFactory(), script);
    return new Trouble(server, "https://" + host + ":" + server.port(), trust);
  }
}
