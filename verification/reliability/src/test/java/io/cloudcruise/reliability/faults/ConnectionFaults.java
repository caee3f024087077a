package io.cloudcruise.reliability.faults;

import static io.cloudcruise.reliability.faults.RunEndings.CANNOT_CONNECT;
import static io.cloudcruise.reliability.faults.RunEndings.LOST;
import static io.cloudcruise.reliability.faults.RunEndings.NOT_TRUSTED;
import static io.cloudcruise.reliability.faults.RunEndings.NO_ANSWER;
import static io.cloudcruise.reliability.faults.RunEndings.RESULTS;
import static io.cloudcruise.reliability.faults.RunTrial.row;

import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.util.stream.Stream;

/** What may go wrong before a request for run results has been sent. */
final class ConnectionFaults {
  private static final HostileServer.Script GOOD =
      peer -> peer.write(RawResponse.status(200).body(RunTrial.JSON).bytes());

  private ConnectionFaults() {}

  static Stream<Row> rows() {
    return Stream.of(connecting(), certificates(), handshakes()).flatMap(rows -> rows);
  }

  private static Stream<Row> connecting() {
    return Stream.of(
        row("connection refused", Connections::refused, CANNOT_CONNECT),
        row("host cannot be resolved", Connections::unresolvable, CANNOT_CONNECT),
        row("connection never accepted", Connections::deaf, tooLong()),
        row("closed on accept", onAccept(HostileServer.Peer::hangUp), LOST.after(0)),
        row("stalled on accept", onAccept(HostileServer.Peer::stall), NO_ANSWER.after(0)));
  }

  /** The JDK's client does not always tell in time that it is still connecting. */
  private static Expected tooLong() {
    return Expected.byDeadline("DeadlineExceededException", Again.YES).after(0);
  }

  private static Trouble.Source onAccept(HostileServer.Script script) {
    return Trouble.onConnection(script);
  }

  private static Stream<Row> certificates() {
    return Stream.of(
        row("TLS: a good certificate", Tls.trusted(GOOD), RESULTS),
        row("TLS: certificate signs itself", Tls.selfSigned(GOOD), NOT_TRUSTED),
        row("TLS: certificate has expired", Tls.expired(GOOD), NOT_TRUSTED),
        row("TLS: certificate of another host", Tls.wrongHost(GOOD), NOT_TRUSTED));
  }

  private static Stream<Row> handshakes() {
    return Stream.of(
        row("TLS: server chooses TLS 1.0", Tls.tooOld(), NOT_TRUSTED),
        row("TLS: server refuses the version", Tls.alert(Tls.PROTOCOL_VERSION), NOT_TRUSTED),
        row("TLS: no cipher in common", Tls.alert(Tls.HANDSHAKE_FAILURE), NOT_TRUSTED),
        row("TLS: server speaks plain HTTP", Tls.plain("HTTP/1.1 400 canary"), LOST.after(0)),
        row("TLS: closed in the handshake", Tls.inHello(HostileServer.Peer::hangUp), LOST.after(0)),
        row("TLS: reset in the handshake", Tls.inHello(HostileServer.Peer::reset), LOST.after(0)),
        row("TLS: stalled in the handshake", Tls.inHello(HostileServer.Peer::stall), tooLong()));
  }
}
