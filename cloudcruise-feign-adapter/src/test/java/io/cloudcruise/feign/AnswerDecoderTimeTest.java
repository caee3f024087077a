package io.cloudcruise.feign;

import static io.cloudcruise.feign.AnswerDecoderRig.answer;
import static io.cloudcruise.feign.AnswerDecoderRig.decode;
import static io.cloudcruise.feign.AnswerDecoderRig.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.DeadlineExceeded;
import io.cloudcruise.core.port.DeadlineExceeded.Phase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decoding ends when a call's time is up, before what comes later in the answer is looked at. */
class AnswerDecoderTimeTest {
  /** The clock is looked at in the end, at each element of a list and every few thousand tokens. */
  static List<String> answers() {
    return List.of(
        answer("\"data\":1"),
        answer("\"errors\":[{}],\"cut off"),
        answer("\"data\":[" + "0,".repeat(10_000) + "0],\"cut off"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void decodingEndsWhenTheTimeIsUp(String answer) {
    Call over = new Call(new SessionId(AnswerDecoderRig.RUN), Duration.ofNanos(1));

    DeadlineExceeded exceeded =
        catchThrowableOfType(DeadlineExceeded.class, () -> decode(utf8(answer), over));

    assertThat(exceeded.phase()).isEqualTo(Phase.DECODING_ANSWER);
  }
}
