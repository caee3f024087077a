package io.cloudcruise.reliability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudcruise.rigs.RawResponse;
import java.util.Arrays;
import java.util.zip.CRC32;

/** A body as it goes over the wire, and the checksum of the output in it, made before it does. */
final class SoakResponse {
  private final byte[] body;
  private final boolean packed;
  private final long checksum;

  private SoakResponse(byte[] body, boolean packed, long checksum) {
    this.body = body;
    this.packed = packed;
    this.checksum = checksum;
  }

  static SoakResponse of(String json, String output, boolean packed) {
    byte[] plain = json.getBytes(UTF_8);
    return new SoakResponse(packed ? RawResponse.gzip(plain) : plain, packed, checksum(output));
  }

  boolean isFor(String output) {
    return checksum(output) == checksum;
  }

  private static long checksum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(UTF_8));
    return sum.getValue();
  }

  /** {@return all of the response, from the status line on} */
  byte[] bytes(SoakLimiter.Decision limit) {
    byte[] head = head(limit).getBytes(ISO_8859_1);
    byte[] whole = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return whole;
  }

  /** Put together by hand, for {@code formatted} would cost more than all else. */
  private String head(SoakLimiter.Decision limit) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        + (packed ? "Content-Encoding: gzip\r\n" : "")
        + "X-RateLimit-Limit: "
        + limit.limit()
        + "\r\nX-RateLimit-Remaining: "
        + limit.remaining()
        + "\r\nX-RateLimit-Reset: "
        + limit.resetSeconds()
        + "\r\nContent-Length: "
        + body.length
        + "\r\n\r\n";
  }
}
