package io.cloudcruise.jackson;

import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Undoes the compression of a body, within the same ceilings and deadline as the rest. */
final class ContentCoding {
  private static final String GZIP = "gzip";
  private static final String IDENTITY = "identity";
  private static final byte[] NOTHING = {};

  private ContentCoding() {}

  /**
   * Decodes the body of a successful response.
   *
   * @param header what {@code Content-Encoding} says
   */
  static byte[] results(
      Optional<String> header, byte[] body, int ceiling, ResponseContext context) {
    String coding = coding(header);
    if (coding.equals(IDENTITY) || body.length == 0) {
      return body;
    }
    if (!coding.equals(GZIP)) {
      throw context.violation("", "a body as it is or in gzip", "another content coding");
    }
    try {
      return inflate(body, ceiling, context)
          .orElseThrow(
              () -> context.violation("", "at most " + ceiling + " bytes inflated", "more"));
    } catch (IOException notGzip) {
      throw context.violation("", "a body in gzip", "something else");
    }
  }

  /** Decodes the body of an error response, which is empty if that cannot be done. */
  static byte[] hint(Optional<String> header, byte[] body, int ceiling, ResponseContext context) {
    String coding = coding(header);
    if (coding.equals(IDENTITY)) {
      return body;
    }
    try {
      return coding.equals(GZIP) ? inflate(body, ceiling, context).orElse(NOTHING) : NOTHING;
    } catch (IOException | DeadlineExceededException useless) {
      return NOTHING;
    }
  }

  /**
   * {@return the one coding that there is to undo} A list may name {@code identity} beside it, and
   * {@code x-gzip} is another name of gzip (RFC 9110, 8.4.1.3).
   */
  private static String coding(Optional<String> header) {
    List<String> codings =
        Stream.of(header.orElse("").split(",", -1))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty() && !name.equals(IDENTITY))
            .map(name -> name.equals("x-gzip") ? GZIP : name)
            .toList();
    return codings.isEmpty() ? IDENTITY : String.join(",", codings);
  }

  private static Optional<byte[]> inflate(byte[] body, int ceiling, ResponseContext context)
      throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return BoundedBytes.read(in, ceiling, () -> context.checkTime(Phase.READING_RESPONSE));
    }
  }
}
