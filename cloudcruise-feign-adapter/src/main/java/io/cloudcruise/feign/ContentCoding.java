package io.cloudcruise.feign;

import io.cloudcruise.core.port.DeadlineExceeded;
import io.cloudcruise.core.port.DeadlineExceeded.Phase;
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
    Origin origin = Origin.of(call, response.statusCode());
    return HttpStatus.isSuccess(response.statusCode())
        ? results(coding, body, limits.answerBytes(), origin)
        : hint(coding, body, limits.errorBytes(), origin);
  }

  private static byte[] results(String coding, byte[] body, int ceiling, Origin origin) {
    if (!coding.equals(GZIP)) {
      throw origin.violation("", "a body as it is or in gzip", "another content coding");
    }
    try {
      return inflate(body, ceiling, origin)
          .orElseThrow(
              () -> origin.violation("", "at most " + ceiling + " bytes inflated", "more"));
    } catch (IOException notGzip) {
      throw origin.violation("", "a body in gzip", "something else");
    }
  }

  private static byte[] hint(String coding, byte[] body, int ceiling, Origin origin) {
    try {
      return coding.equals(GZIP) ? inflate(body, ceiling, origin).orElse(NOTHING) : NOTHING;
    } catch (IOException | DeadlineExceeded useless) {
      return NOTHING;
    }
  }

  private static Optional<byte[]> inflate(byte[] body, int ceiling, Origin origin)
      throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return BoundedBytes.read(in, ceiling, () -> origin.checkTime(Phase.READING_ANSWER));
    }
  }
}
