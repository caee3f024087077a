package io.cloudcruise.reliability.faults;

import static io.cloudcruise.reliability.faults.RunEndings.HALF_AN_ANSWER;
import static io.cloudcruise.reliability.faults.RunEndings.LOST;
import static io.cloudcruise.reliability.faults.RunEndings.NO_ANSWER;
import static io.cloudcruise.reliability.faults.RunEndings.RESULTS;
import static io.cloudcruise.reliability.faults.RunEndings.VIOLATION;
import static io.cloudcruise.reliability.faults.RunTrial.JSON;
import static io.cloudcruise.reliability.faults.RunTrial.row;

import io.cloudcruise.rigs.RawResponse;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What may go wrong with the bytes of a response about a run. */
final class WireFaults {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String HEAD = OK + "Content-Length: " + JSON.length() + "\r\n\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String UNTIL_CLOSED = OK + "\r\n";
  private static final String HALF = JSON.substring(0, JSON.length() / 2);

  private WireFaults() {}

  static Stream<Row> rows() {
    return Stream.of(breaks(), truncations(), lengths(), chunks(), silences(), drips(), floods())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> breaks() {
    return Stream.of(
        row("closed before the headers", Trouble.cutOff(""), LOST.after(2)),
        row("reset before the headers", Trouble.reset(""), LOST.after(2)),
        row("closed inside the headers", Trouble.cutOff(OK + "Content-"), LOST),
        row("reset inside the headers", Trouble.reset(OK + "Content-"), LOST),
        row("closed after the headers", Trouble.cutOff(HEAD), LOST),
        row("reset after the headers", Trouble.reset(HEAD), LOST),
        row("reset inside the body", Trouble.reset(HEAD + HALF), LOST),
        row("closed after the whole response", Trouble.cutOff(HEAD + JSON), RESULTS));
  }

  private static Stream<Row> truncations() {
    return IntStream.range(1, 10).boxed().flatMap(WireFaults::truncations);
  }

  private static Stream<Row> truncations(int tenths) {
    String part = JSON.substring(0, JSON.length() * tenths / 10);
    String where = " ends after " + tenths + "/10";
    return Stream.of(
        row("body with a length" + where, Trouble.cutOff(HEAD + part), LOST),
        row("body without a length" + where, Trouble.cutOff(UNTIL_CLOSED + part), VIOLATION));
  }

  private static Trouble.Source ofLength(String length) {
    return Trouble.responding(OK + "Content-Length: " + length + "\r\n\r\n" + JSON);
  }

  private static Stream<Row> lengths() {
    return Stream.of(
        row("length too small", ofLength("20"), VIOLATION),
        row("length 0", ofLength("0"), VIOLATION),
        row("length too large", ofLength("9999"), HALF_AN_ANSWER),
        row("length over the ceiling", ofLength("99999999999"), VIOLATION),
        row("length negative", ofLength("-5"), HALF_AN_ANSWER),
        row("length no number", ofLength("canary"), VIOLATION),
        row("two lengths that differ", ofLength("20\r\nContent-Length: 40"), VIOLATION));
  }

  private static Stream<Row> chunks() {
    String whole = RawResponse.chunk(JSON);
    String trailer = "0\r\nX-A: canary\r\n\r\n";
    return Stream.of(
        row("chunk size is no number", Trouble.cutOff(CHUNKED + "canary\r\n" + JSON), LOST),
        row("chunk size negative", Trouble.cutOff(CHUNKED + "-4\r\n" + JSON), LOST),
        row("chunk size of 20 digits", Trouble.cutOff(CHUNKED + "f".repeat(20) + "\r\n"), LOST),
        row("chunk longer than stated", Trouble.cutOff(CHUNKED + "4\r\n" + JSON), LOST),
        row("chunk extension without end", Trouble.flooding(CHUNKED + "4;", "canary"), LOST),
        row("no last chunk, closed", Trouble.cutOff(CHUNKED + whole), LOST),
        row("no last chunk, stalled", Trouble.stalled(CHUNKED + whole), HALF_AN_ANSWER),
        row("chunks with a trailer", Trouble.responding(CHUNKED + whole + trailer), RESULTS));
  }

  private static Stream<Row> silences() {
    String allButOne = JSON.substring(0, JSON.length() - 1);
    return Stream.of(
        row("stalled before the headers", Trouble.stalled(""), NO_ANSWER),
        row("stalled inside the status line", Trouble.stalled("HTTP/1.1 20"), NO_ANSWER),
        row("stalled inside the headers", Trouble.stalled(OK + "Content-"), NO_ANSWER),
        row("stalled after the headers", Trouble.stalled(HEAD), HALF_AN_ANSWER),
        row("stalled inside the body", Trouble.stalled(HEAD + HALF), HALF_AN_ANSWER),
        row("stalled before the last byte", Trouble.stalled(HEAD + allButOne), HALF_AN_ANSWER),
        row("stalled inside a chunk", Trouble.stalled(CHUNKED + "7f\r\n" + HALF), HALF_AN_ANSWER));
  }

  private static Stream<Row> drips() {
    String endless = CHUNKED + "7fffffff\r\n";
    return Stream.of(
        row("slow loris: a header, byte by byte", Trouble.dripping(OK + "X-A: ", 'x'), NO_ANSWER),
        row("a body, byte by byte", Trouble.dripping(UNTIL_CLOSED, ' '), HALF_AN_ANSWER),
        row("a chunk, byte by byte", Trouble.dripping(endless, ' '), HALF_AN_ANSWER));
  }

  private static Stream<Row> floods() {
    String header = "X-A: " + "canary".repeat(99) + "\r\n";
    String headers = "X-A: canary\r\n".repeat(50_000);
    String large = "X-A: " + "canary".repeat(1 << 18) + "\r\n";
    return Stream.of(
        row("a body without end", Trouble.flooding(UNTIL_CLOSED, " ".repeat(8192)), VIOLATION),
        row("headers without end", Trouble.flooding(OK, header), VIOLATION),
        row("50,000 headers", Trouble.responding(OK + headers + "\r\n"), VIOLATION),
        row("a header of 1.5 MB", Trouble.responding(OK + large + "\r\n"), VIOLATION));
  }
}
