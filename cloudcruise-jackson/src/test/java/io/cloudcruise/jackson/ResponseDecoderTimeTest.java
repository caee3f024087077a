package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.decode;
import static io.cloudcruise.jackson.ResponseDecoderRig.response;
import static io.cloudcruise.jackson.ResponseDecoderRig.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.time.Deadline;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decoding ends when a call's time is up, before what comes later in the response is looked at. */
class ResponseDecoderTimeTest {
  /** The clock is looked at in the end, at each element of a list and every few thousand tokens. */
  static List<String> responses() {
    return List.of(
        response("\"data\":1"),
        response("\"errors\":[{}],\"cut off"),
        response("\"data\":[" + "0,".repeat(10_000) + "0],\"cut off"));
  }

  @ParameterizedTest
  @MethodSource("responses")
  void decodingEndsWhenTheTimeIsUp(String response) {
    Deadline over = Deadline.in(Duration.ZERO);

    DeadlineExceededException exceeded =
        catchThrowableOfType(DeadlineExceededException.class, () -> decode(utf8(response), over));

    assertThat(exceeded.phase()).isEqualTo(Phase.DECODING_RESPONSE);
  }
}
