package io.cloudcruise.feign;

import feign.Response;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Makes of an HTTP response what the port promises. */
final class Answers {
  private static final byte[] NOTHING = {};

  private final Limits limits;
  private final ResponseDecoder decoder;
  private final StatusMapper refusals;

  Answers(Limits limits, ResponseDecoder decoder, StatusMapper refusals) {
    this.limits = limits;
    this.decoder = decoder;
    this.refusals = refusals;
  }

  Optional<RunResults> read(Response response, Call call) {
    int status = response.status();
    if (HttpStatus.isSuccess(status)) {
      return Optional.of(decoder.decode(body(response, call), ResponseContext.of(call, status)));
    }
    if (status == HttpStatus.NOT_FOUND) {
      return Optional.empty();
    }
    throw refusals.translate(call, status, retryAfter(response), hint(response, call));
  }

  private byte[] body(Response response, Call call) {
    ResponseContext context = ResponseContext.of(call, response.status());
    int ceiling = limits.responseBytes();
    try {
      return bytes(response, ceiling, context)
          .orElseThrow(() -> context.violation("", "at most " + ceiling + " bytes", "more"));
    } catch (IOException | RuntimeException failure) {
      throw TransportErrorMapper.translate(call, failure);
    }
  }

  /** Whatever becomes of it, even that it is too late: the status has said enough. */
  private byte[] hint(Response response, Call call) {
    try {
      return bytes(response, limits.errorBytes(), ResponseContext.of(call, response.status()))
          .orElse(NOTHING);
    } catch (IOException | RuntimeException unreadable) {
      return NOTHING;
    }
  }

  private static Optional<byte[]> bytes(Response response, int ceiling, ResponseContext context)
      throws IOException {
    if (response.body() == null) {
      return Optional.of(NOTHING);
    }
    if (response.body() instanceof KnownBody known) {
      return Optional.of(known.bytes());
    }
    try (InputStream in = response.body().asInputStream()) {
      return BoundedBytes.read(in, ceiling, () -> context.checkTime(Phase.READING_RESPONSE));
    }
  }

  private static Optional<String> retryAfter(Response response) {
    Collection<String> values = response.headers().getOrDefault("Retry-After", List.of());
    return values.stream().findFirst();
  }
}
