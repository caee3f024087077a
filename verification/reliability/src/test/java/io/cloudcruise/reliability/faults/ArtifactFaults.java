package io.cloudcruise.reliability.faults;

import static io.cloudcruise.reliability.faults.Again.NO;
import static io.cloudcruise.reliability.faults.Again.RENEWED;
import static io.cloudcruise.reliability.faults.Again.YES;
import static io.cloudcruise.reliability.faults.ArtifactTrial.BYTES;
import static io.cloudcruise.reliability.faults.ArtifactTrial.row;
import static io.cloudcruise.reliability.faults.Expected.atOnce;
import static io.cloudcruise.reliability.faults.Expected.byDeadline;

import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the network and storage may do to whoever fetches an artifact. */
final class ArtifactFaults {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String HEAD = OK + "Content-Length: " + BYTES.length() + "\r\n\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String HALF = BYTES.substring(0, BYTES.length() / 2);

  private static final Expected WHOLE = atOnce("artifact", NO);
  private static final Expected BROKEN = failed("BROKEN", YES);
  private static final Expected UNREACHABLE = failed("UNREACHABLE", YES);
  private static final Expected NOT_TRUSTED = failed("NOT_TRUSTED", NO).after(0);
  private static final Expected REFUSED = failed("REFUSED", RENEWED);
  private static final Expected UNSAFE = failed("UNSAFE", NO);
  private static final Expected UNEXPECTED = failed("UNEXPECTED", NO);
  private static final Expected TOO_LARGE = failed("TOO_LARGE", NO);
  private static final Expected LATE = byDeadline("ArtifactException: TIME_IS_UP", NO);

  private ArtifactFaults() {}

  private static Expected failed(String reason, Again again) {
    return atOnce("ArtifactException: " + reason, again);
  }

  static Stream<Row> rows() {
    return Stream.of(
            connecting(),
            handshakes(),
            breaks(),
            truncations(),
            bodies(),
            silences(),
            statuses(),
            redirects())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> connecting() {
    return Stream.of(
        row("connection refused", Connections::refused, UNREACHABLE.after(0)),
        row("host cannot be resolved", Connections::unresolvable, UNREACHABLE.after(0)),
        row("connection never accepted", Connections::deaf, LATE.after(0)),
        row("closed on accept", Trouble.onConnection(HostileServer.Peer::hangUp), BROKEN.after(0)));
  }

  private static Stream<Row> handshakes() {
    HostileServer.Script good = peer -> peer.write(HEAD + BYTES);
    return Stream.of(
        row("TLS: a good certificate", Tls.trusted(good), WHOLE),
        row("TLS: certificate signs itself", Tls.selfSigned(good), NOT_TRUSTED),
        row("TLS: certificate has expired", Tls.expired(good), NOT_TRUSTED),
        row("TLS: certificate of another host", Tls.wrongHost(good), NOT_TRUSTED),
        row("TLS: server chooses TLS 1.0", Tls.tooOld(), NOT_TRUSTED),
        row("TLS: reset in the handshake", Tls.inHello(HostileServer.Peer::reset), BROKEN.after(0)),
        row(
            "TLS: stalled in the handshake",
            Tls.inHello(HostileServer.Peer::stall),
            LATE.after(0)));
  }

  private static Stream<Row> breaks() {
    return Stream.of(
        row("closed before the headers", Trouble.cutOff(""), BROKEN.after(2)),
        row("reset before the headers", Trouble.reset(""), BROKEN.after(2)),
        row("reset inside the headers", Trouble.reset(OK + "Content-"), BROKEN),
        row("reset after the headers", Trouble.reset(HEAD), BROKEN),
        row("reset inside the body", Trouble.reset(HEAD + HALF), BROKEN));
  }

  private static Stream<Row> truncations() {
    return IntStream.range(1, 10)
        .mapToObj(
            tenths -> {
              String part = BYTES.substring(0, BYTES.length() * tenths / 10);
              return row("body ends after " + tenths + "/10", Trouble.cutOff(HEAD + part), BROKEN);
            });
  }

  private static Stream<Row> bodies() {
    String endless = "x".repeat(8192);
    return Stream.of(
        row("length over what is allowed", ofLength("100001"), TOO_LARGE),
        row("length no number", ofLength("canary"), UNEXPECTED),
        row("length negative", ofLength("-5"), LATE),
        row("a body without end", Trouble.flooding(OK + "\r\n", endless), TOO_LARGE),
        row("headers without end", Trouble.flooding(OK, "X-A: " + endless + "\r\n"), UNEXPECTED),
        row("chunk size is no number", Trouble.cutOff(CHUNKED + "canary\r\n"), BROKEN),
        row("no HTTP", Trouble.cutOff("220 canary ESMTP\r\n\r\n"), UNEXPECTED));
  }

  private static Trouble.Source ofLength(String length) {
    return Trouble.stalled(OK + "Content-Length: " + length + "\r\n\r\n");
  }

  private static Stream<Row> silences() {
    return Stream.of(
        row("stalled before the headers", Trouble.stalled(""), LATE),
        row("stalled inside the headers", Trouble.stalled(OK + "Content-"), LATE),
        row("stalled after the headers", Trouble.stalled(HEAD), LATE),
        row("stalled inside the body", Trouble.stalled(HEAD + HALF), LATE),
        row("slow loris: a header, byte by byte", Trouble.dripping(OK + "X-A: ", 'x'), LATE),
        row("a body, byte by byte", Trouble.dripping(OK + "\r\n", ' '), LATE));
  }

  private static Stream<Row> statuses() {
    RawResponse otherPart = RawResponse.status(206).header("Content-Range", "bytes 5-8/9");
    return Stream.of(
            Stream.of(400, 401, 403, 404, 410).map(status -> status(status, REFUSED)),
            Stream.of(408, 421, 425, 429, 500, 502, 503, 504)
                .map(status -> status(status, UNREACHABLE)),
            Stream.of(204, 304, 405, 416, 451).map(status -> status(status, UNEXPECTED)),
            Stream.of(row("206 nobody asked for", Trouble.responding(otherPart), UNEXPECTED)))
        .flatMap(rows -> rows);
  }

  private static Row status(int status, Expected expected) {
    String body = status == 204 || status == 304 ? "" : "<Error>canary</Error>";
    return row(
        String.valueOf(status),
        Trouble.responding(RawResponse.status(status).body(body)),
        expected);
  }

  private static Stream<Row> redirects() {
    return Stream.of(
        row("302 to itself, for ever", redirect("/a?canary"), UNSAFE.after(4)),
        row("302 to another origin in plain", redirect("http://93.184.215.14/"), UNSAFE),
        row("302 to a private address", redirect("https://10.0.0.1/?canary"), UNSAFE),
        row("302 to the cloud's metadata", redirect("https://169.254.169.254/"), UNSAFE),
        row("302 to a file", redirect("file:///etc/passwd"), UNSAFE),
        row("302 to nowhere", redirect("ht!tp://canary%/"), UNSAFE),
        row("302 without a place", overTls(RawResponse.status(302)), UNEXPECTED));
  }

  private static Trouble.Source redirect(String location) {
    return overTls(RawResponse.status(302).header("Location", location));
  }

  private static Trouble.Source overTls(RawResponse response) {
    return Tls.trusted(peer -> peer.write(response.bytes()));
  }
}
