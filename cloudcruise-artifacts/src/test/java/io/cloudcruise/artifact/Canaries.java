package io.cloudcruise.artifact;

import static org.junit.jupiter.api.Named.named;

import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** What must not be seen holds the word canary, and so does what hostile storage says. */
final class Canaries {
  static final String WORD = "canary";

  private Canaries() {}

  static RawResponse errorResponse(int status) {
    return RawResponse.statusLine("HTTP/1.1 " + status + " canary")
        .header("X-Echo-canary", "canary")
        .header("WWW-Authenticate", "Basic realm=canary")
        .header("Set-Cookie", "canary=canary")
        .body("{\"message\":\"canary\"}");
  }

  static Stream<Named<HostileServer.Script>> breaks() {
    byte[] whole = RawResponse.status(200).body("canary ".repeat(100)).bytes();
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    return Stream.of(
        named("nothing", HostileServer.Peer::hangUp),
        named("reset", HostileServer.Peer::reset),
        named("silence", HostileServer.Peer::stall),
        named(
            "cut off",
            peer -> {
              peer.write(half);
              peer.hangUp();
            }),
        named(
            "stalled",
            peer -> {
              peer.write(half);
              peer.stall();
            }));
  }
}
