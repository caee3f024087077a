package io.cloudcruise.feign;

import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Undoes the compression of a body, within the same ceilings and deadline as the rest. */
final class ContentCoding {
  static final String GZIP = "gzip";

  private static final String IDENTITY = "identity";
  private static final byte[] NOTHING = {};

  private ContentCoding() {}

  static byte[] decode(byte[] body, HttpResponse<?> response, Limits limits, Call call) {
    String coding =
        response.headers().firstValue("Content-Encoding").orElse(IDENTITY).toLowerCase(Locale.ROOT);
    if (coding.equals(IDENTITY) || body.length == 0) {
      return body;
    }
    ResponseContext context = ResponseContext.of(call, response.statusCode());
    return HttpStatus.isSuccess(response.statusCode())
        ? results(coding, body, limits.responseBytes(), context)
        : hint(coding, body, limits.errorBytes(), context);
  }

  private static byte[] results(String coding, byte[] body, int ceiling, ResponseContext context) {
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

  private static byte[] hint(String coding, byte[] body, int ceiling, ResponseContext context) {
    try {
      return coding.equals(GZIP) ? inflate(body, ceiling, context).orElse(NOTHING) : NOTHING;
    } catch (IOException | DeadlineExceededException useless) {
      return NOTHING;
    }
  }

  private static Optional<byte[]> inflate(byte[] body, int ceiling, ResponseContext context)
      throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return BoundedBytes.read(in, ceiling, () -> context.checkTime(Phase.READING_RESPONSE));
    }
  }
}
