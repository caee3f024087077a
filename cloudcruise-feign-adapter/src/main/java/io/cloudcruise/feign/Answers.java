package io.cloudcruise.feign;

import feign.Response;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.DeadlineExceeded.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Makes of an HTTP answer what the port promises. */
final class Answers {
  private static final byte[] NOTHING = {};

  private final Limits limits;
  private final AnswerDecoder decoder;
  private final Refusals refusals;

  Answers(Limits limits, AnswerDecoder decoder, Refusals refusals) {
    this.limits = limits;
    this.decoder = decoder;
    this.refusals = refusals;
  }

  Optional<RunResults> read(Response response, Call call) {
    int status = response.status();
    if (HttpStatus.isSuccess(status)) {
      return Optional.of(decoder.decode(body(response, call), Origin.of(call, status)));
    }
    if (status == HttpStatus.NOT_FOUND) {
      return Optional.empty();
    }
    throw refusals.translate(call, status, retryAfter(response), hint(response, call));
  }

  private byte[] body(Response response, Call call) {
    Origin origin = Origin.of(call, response.status());
    int ceiling = limits.answerBytes();
    try {
      return bytes(response, ceiling, origin)
          .orElseThrow(() -> origin.violation("", "at most " + ceiling + " bytes", "more"));
    } catch (IOException | RuntimeException failure) {
      throw Faults.translate(call, failure);
    }
  }

  /** Whatever becomes of it, even that it is too late: the status has said enough. */
  private byte[] hint(Response response, Call call) {
    try {
      return bytes(response, limits.errorBytes(), Origin.of(call, response.status()))
          .orElse(NOTHING);
    } catch (IOException | RuntimeException unreadable) {
      return NOTHING;
    }
  }

  private static Optional<byte[]> bytes(Response response, int ceiling, Origin origin)
      throws IOException {
    if (response.body() == null) {
      return Optional.of(NOTHING);
    }
    if (response.body() instanceof KnownBody known) {
      return Optional.of(known.bytes());
    }
    try (InputStream in = response.body().asInputStream()) {
      return BoundedBytes.read(in, ceiling, () -> origin.checkTime(Phase.READING_ANSWER));
    }
  }

  private static Optional<String> retryAfter(Response response) {
    Collection<String> values = response.headers().getOrDefault("Retry-After", List.of());
    return values.stream().findFirst();
  }
}
