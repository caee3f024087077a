package io.cloudcruise.feign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** An HTTP answer, byte for byte. */
final class RawAnswer {
  private final String statusLine;
  private final StringBuilder headers = new StringBuilder();
  private byte[] body = {};
  private boolean stated;

  private RawAnswer(String statusLine) {
    this.statusLine = statusLine;
  }

  static RawAnswer status(int status) {
    return statusLine("HTTP/1.1 " + status + " Whatever");
  }

  static RawAnswer statusLine(String line) {
    return new RawAnswer(line);
  }

  /** A good answer about the run that the tests ask for. */
  static RawAnswer run() {
    return status(200).body(TestRun.JSON);
  }

  /** The JSON of that run with some data, of which the JSON is given. */
  static String runWith(String data) {
    return TestRun.JSON.replace("null", data);
  }

  RawAnswer header(String name, String value) {
    headers.append(name).append(": ").append(value).append("\r\n");
    return this;
  }

  RawAnswer body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  RawAnswer body(byte[] bytes) {
    body = bytes.clone();
    return stated ? this : contentLength(body.length);
  }

  /** States a length, be it true or not. */
  RawAnswer contentLength(long length) {
    stated = true;
    return header("Content-Length", String.valueOf(length));
  }

  /** States that chunks follow; they are the caller's to write. */
  RawAnswer chunked() {
    stated = true;
    return header("Transfer-Encoding", "chunked");
  }

  byte[] head() {
    String end = stated ? "\r\n" : "Content-Length: 0\r\n\r\n";
    return (statusLine + "\r\n" + headers + end).getBytes(StandardCharsets.ISO_8859_1);
  }

  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head());
    all.writeBytes(body);
    return all.toByteArray();
  }

  static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
