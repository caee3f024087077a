package io.cloudcruise.jackson;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.Drift;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.core.time.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Decodes answers the way a call does. */
final class ResponseDecoderRig {
  static final String RUN = "run-1";
  static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final JacksonOutputReader READER =
      new JacksonOutputReader(Limits.DEFAULT, List.of());

  private static final ResponseDecoder DECODER =
      new ResponseDecoder(Limits.DEFAULT, READER, DriftListener.NONE);

  private ResponseDecoderRig() {}

  static Stream<String> fixtures() {
    return Stream.of(
        "edition-2025",
        "edition-early-2026",
        "edition-newest",
        "js-sdk-nulls",
        "python-sdk",
        "other-names",
        "strange",
        "large-unicode");
  }

  static byte[] fixture(String name) {
    try (InputStream in = ResponseDecoderRig.class.getResourceAsStream(name + ".json")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  /** A response with the two required fields and those given. */
  static String response(String fields) {
    return "{\"session_id\":\"" + RUN + "\",\"status\":\"execution.success\"," + fields + "}";
  }

  static JsonText json(String text) {
    return new JsonText(text, READER);
  }

  static RunResults decode(String response) {
    return decode(utf8(response), RUN);
  }

  static RunResults decode(byte[] response, String asked) {
    return DECODER.decode(response, context(asked));
  }

  static RunResults decode(byte[] response, Deadline deadline) {
    return DECODER.decode(response, new ResponseContext(new SessionId(RUN), 200, deadline));
  }

  static RunResults decode(byte[] response, String asked, Limits limits, DriftListener listener) {
    return new ResponseDecoder(limits, READER, listener).decode(response, context(asked));
  }

  private static ResponseContext context(String asked) {
    return new ResponseContext(new SessionId(asked), 200, Deadline.in(Duration.ofMinutes(5)));
  }

  static RunResults decodeFixture(String name) {
    return RunResultsJson.create().read(fixture(name));
  }

  static List<Drift> drifts(String response) {
    List<Drift> drifts = new ArrayList<>();
    decode(utf8(response), RUN, Limits.DEFAULT, drifts::add);
    return drifts;
  }

  static ContractViolationException failure(String response) {
    return failure(utf8(response));
  }

  static ContractViolationException failure(byte[] response) {
    return catchThrowableOfType(ContractViolationException.class, () -> decode(response, RUN));
  }
}
