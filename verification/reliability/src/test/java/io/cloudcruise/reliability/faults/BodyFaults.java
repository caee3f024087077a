package io.cloudcruise.reliability.faults;

import static io.cloudcruise.reliability.faults.RunEndings.RESULTS;
import static io.cloudcruise.reliability.faults.RunEndings.VIOLATION;
import static io.cloudcruise.reliability.faults.RunTrial.JSON;
import static io.cloudcruise.reliability.faults.RunTrial.row;

import io.cloudcruise.rigs.RawResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Bodies of good answers about a run that are no good JSON. */
final class BodyFaults {
  private static final String OUTPUT = "{\"n\":1}";
  private static final String BOM = "\ufeff";

  private BodyFaults() {}

  static Stream<Row> rows() {
    return Stream.of(texts(), encodings(), codings(), structures(), sizes()).flatMap(rows -> rows);
  }

  private static Row body(String fault, String body, Expected expected) {
    return body(fault, body.getBytes(StandardCharsets.UTF_8), expected);
  }

  private static Row body(String fault, byte[] body, Expected expected) {
    return row(fault, Trouble.responding(RawResponse.status(200).body(body)), expected);
  }

  private static String withOutput(String json) {
    return JSON.replace(OUTPUT, json);
  }

  private static Stream<Row> texts() {
    return Stream.of(
        body("200 with nothing", "", VIOLATION),
        body("200 with blanks", " \n\t ", VIOLATION),
        body("200 with HTML", "<html><title>canary</title></html>", VIOLATION),
        body("200 with a list", "[" + JSON + "]", VIOLATION),
        body("200 with null", "null", VIOLATION),
        body("200 about another run", JSON.replace("0001\"", "0002\""), VIOLATION));
  }

  private static Stream<Row> encodings() {
    byte[] broken = withOutput("\"?\"").getBytes(StandardCharsets.UTF_8);
    broken[JSON.indexOf(OUTPUT) + 1] = (byte) 0xff;
    return Stream.of(
        body("invalid UTF-8", broken, VIOLATION),
        body("UTF-8 cut inside a character", cut(withOutput("\"\u20ac")), VIOLATION),
        body("UTF-8 with a byte order mark", BOM + JSON, RESULTS),
        body("UTF-16", encoded(BOM + JSON, StandardCharsets.UTF_16BE), VIOLATION),
        body("UTF-16, little endian", encoded(BOM + JSON, StandardCharsets.UTF_16LE), VIOLATION),
        body("UTF-16 without a mark", encoded(JSON, StandardCharsets.UTF_16BE), VIOLATION),
        body("UTF-32", encoded(JSON, Charset.forName("UTF-32BE")), VIOLATION),
        body("a NUL in a string", withOutput("\"\u0000\""), VIOLATION),
        body("half a surrogate pair, escaped", withOutput("\"\\ud800\""), RESULTS));
  }

  private static byte[] encoded(String text, Charset charset) {
    return text.getBytes(charset);
  }

  private static byte[] cut(String text) {
    byte[] bytes = text.substring(0, text.indexOf('\u20ac') + 1).getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, bytes.length - 1);
  }

  private static Stream<Row> codings() {
    byte[] good = RawResponse.gzip(JSON.getBytes(StandardCharsets.UTF_8));
    return Stream.of(
        row("gzip", coded("gzip", good), RESULTS),
        row(
            "gzip that is none",
            coded("gzip", "canary".getBytes(StandardCharsets.UTF_8)),
            VIOLATION),
        row("gzip cut off", coded("gzip", Arrays.copyOf(good, good.length / 2)), VIOLATION),
        row("gzip with a wrong checksum", coded("gzip", wrongChecksum(good)), VIOLATION),
        row("a gzip bomb", coded("gzip", RawResponse.gzip(new byte[256 << 20])), VIOLATION),
        row("a coding that nobody asked for", coded("canary", good), VIOLATION));
  }

  private static Trouble.Source coded(String coding, byte[] body) {
    return Trouble.responding(
        RawResponse.status(200).header("Content-Encoding", coding).body(body));
  }

  private static byte[] wrongChecksum(byte[] gzip) {
    byte[] changed = gzip.clone();
    changed[gzip.length - 8]++;
    return changed;
  }

  private static Stream<Row> structures() {
    return Stream.of(
        body("a field twice", JSON.replace("{\"session", "{\"status\":\"x\",\"session"), VIOLATION),
        body("text after the end", JSON + "canary", VIOLATION),
        body("a second document", JSON + JSON, VIOLATION),
        body("NaN", withOutput("NaN"), VIOLATION),
        body("Infinity", withOutput("-Infinity"), VIOLATION),
        body("a comment", withOutput("/* canary */ 1"), VIOLATION),
        body("single quotes", withOutput("'canary'"), VIOLATION),
        body("a comma too many", withOutput("[1,]"), VIOLATION));
  }

  private static Stream<Row> sizes() {
    return Stream.of(
        body("a number of 10 MB", withOutput("1".repeat(10 << 20)), VIOLATION),
        body("an exponent of 10 digits", withOutput("1e9999999999"), RESULTS),
        body("a name of 10 MB", withOutput("{\"" + "a".repeat(10 << 20) + "\":1}"), VIOLATION),
        body("a string of 10 MB", withOutput("\"" + "a".repeat(10 << 20) + "\""), RESULTS),
        body("depth 100,000", withOutput("[".repeat(100_000) + "]".repeat(100_000)), VIOLATION),
        body("depth 100,000 of objects", withOutput("{\"a\":".repeat(100_000)), VIOLATION),
        body("20 million elements", withOutput("[" + "1,".repeat(20_000_000) + "1]"), VIOLATION),
        body("100,000 fields", JSON.replace("{\"session", "{" + fields() + "\"session"), RESULTS));
  }

  private static String fields() {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      fields.append("\"f").append(i).append("\":").append(i).append(',');
    }
    return fields.toString();
  }
}
