package io.cloudcruise.reliability.faults;

import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A server that misbehaves in one way, ready to be asked.
 *
 * @param server counts who comes
 * @param baseUrl where a client is told that it is
 * @param trust what the client trusts; empty for what Java trusts
 * @param more what else has to be closed in the end
 */
record Trouble(
    HostileServer server, String baseUrl, Optional<SSLContext> trust, List<Closeable> more)
    implements AutoCloseable {

  Trouble(HostileServer server, String baseUrl, Optional<SSLContext> trust) {
    this(server, baseUrl, trust, List.of());
  }

  /** Makes the same trouble anew for each who asks. */
  @FunctionalInterface
  interface Source {
    Trouble make() throws Exception;
  }

  static Trouble of(HostileServer server) {
    return new Trouble(server, server.baseUrl(), Optional.empty());
  }

  /** {@return what does the same to each request} */
  static Source onRequest(HostileServer.Script script) {
    return () -> of(HostileServer.onRequest(script));
  }

  /** {@return what does the same to each connection} */
  static Source onConnection(HostileServer.Script script) {
    return () -> of(HostileServer.onConnection(script));
  }

  static Source responding(RawResponse response) {
    return responding(response.bytes());
  }

  static Source responding(byte[] response) {
    return onRequest(peer -> peer.write(response));
  }

  static Source responding(String response) {
    return onRequest(peer -> peer.write(response));
  }

  /** {@return what begins a response and then hangs up} */
  static Source cutOff(String beginning) {
    return onRequest(
        peer -> {
          peer.write(beginning);
          peer.hangUp();
        });
  }

  /** {@return what begins a response and then breaks the connection} */
  static Source reset(String beginning) {
    return onRequest(
        peer -> {
          peer.write(beginning);
          peer.reset();
        });
  }

  /** {@return what begins a response and then says no more} */
  static Source stalled(String beginning) {
    return onRequest(
        peer -> {
          peer.write(beginning);
          peer.stall();
        });
  }

  /** {@return what begins a response and then goes on for ever, a byte at a time} */
  static Source dripping(String beginning, char drop) {
    return onRequest(
        peer -> {
          peer.write(beginning);
          peer.drip(drop);
        });
  }

  /** {@return what begins a response and then goes on for ever, as fast as it can} */
  static Source flooding(String beginning, String flood) {
    return onRequest(
        peer -> {
          peer.write(beginning);
          peer.flood(flood);
        });
  }

  /** {@return how many requests have come} */
  int requests() {
    return server.requests().size();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Closeable other : more) {
      other.close();
    }
  }
}
