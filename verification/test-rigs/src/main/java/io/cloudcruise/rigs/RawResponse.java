package io.cloudcruise.rigs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** An HTTP response, byte for byte. */
public final class RawResponse {
  private final String statusLine;
  private final StringBuilder headers = new StringBuilder();
  private byte[] body = {};
  private boolean stated;

  private RawResponse(String statusLine) {
    this.statusLine = statusLine;
  }

  /** Begins with a status. */
  public static RawResponse status(int status) {
    return statusLine("HTTP/1.1 " + status + " Whatever");
  }

  /** Begins with a line that may say anything. */
  public static RawResponse statusLine(String line) {
    return new RawResponse(line);
  }

  /** Adds a header. */
  public RawResponse header(String name, String value) {
    headers.append(name).append(": ").append(value).append("\r\n");
    return this;
  }

  /** Sets the body, in UTF-8; states its length unless one has been stated. */
  public RawResponse body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sets the body; states its length unless one has been stated. */
  public RawResponse body(byte[] bytes) {
    body = bytes.clone();
    return stated ? this : contentLength(body.length);
  }

  /** States a length, be it true or not. */
  public RawResponse contentLength(long length) {
    stated = true;
    return header("Content-Length", String.valueOf(length));
  }

  /** States that chunks follow; they are the caller's to write. */
  public RawResponse chunked() {
    stated = true;
    return header("Transfer-Encoding", "chunked");
  }

  /** {@return status line and headers, with the empty line} */
  public byte[] head() {
    String end = stated ? "\r\n" : "Content-Length: 0\r\n\r\n";
    return (statusLine + "\r\n" + headers + end).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** {@return all of it} */
  public byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head());
    all.writeBytes(body);
    return all.toByteArray();
  }

  /** {@return one chunk of a body} */
  public static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  /** {@return the same, packed} */
  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
