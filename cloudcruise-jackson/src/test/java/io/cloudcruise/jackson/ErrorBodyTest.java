package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.UsageLimitExceededException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {
  private static final JsonFactory FACTORY = Json.factory(Limits.DEFAULT);
  private static final String CANARY = "canary-7f3a";

  private static ErrorBody body(String text) {
    return ErrorBody.of(utf8(text), FACTORY);
  }

  private static UsageLimitExceededException usageLimit(String body) {
    return (UsageLimitExceededException)
        new StatusMapper(FACTORY, Clock.systemUTC())
            .translate(new SessionId("run-1"), 402, Optional.empty(), utf8(body));
  }

  @Test
  void readsTheBodyOfAUsedUpLimit() {
    UsageLimitExceededException exceeded =
        usageLimit(
            """
            {"statusCode":402,"error":"UsageLimitExceeded","code":"USAGE_LIMIT_EXCEEDED",
             "reason":"CARD_EXPIRED","currentUsage":7.250,"limit":5,"message":"Pay up"}
            """);

    assertThat(exceeded.reason()).contains("CARD_EXPIRED");
    assertThat(exceeded.usage()).contains(new BigDecimal("7.250"));
    assertThat(exceeded.limit()).contains(new BigDecimal("5"));
  }

  @Test
  void showsNothingOfTheBodyButNumbersAndCodeWords() {
    String body =
        "{'reason':'prose with %1$s','limit':'%1$s','currentUsage':['%1$s'],'message':'%1$s'}"
            .formatted(CANARY)
            .replace('\'', '"');

    UsageLimitExceededException exceeded = usageLimit(body);

    assertThat(exceeded).hasNoCause();
    assertThat(exceeded.toString()).doesNotContain(CANARY);
    assertThat(exceeded.reason()).isEmpty();
    assertThat(exceeded.usage()).isEmpty();
    assertThat(exceeded.limit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"No card", "no_card", "1_CARD", "CARD-EXPIRED", "", " CARD", "CARD\\n", "ÄRGER"})
  void dropsAReasonThatIsNoCodeWord(String reason) {
    assertThat(body("{\"reason\":\"" + reason + "\"}").codeWord("reason")).isEmpty();
  }

  @Test
  void dropsAReasonThatIsTooLongForACodeWord() {
    String longest = "A".repeat(64);

    assertThat(body("{\"reason\":\"" + longest + "\"}").codeWord("reason")).contains(longest);
    assertThat(body("{\"reason\":\"" + longest + "A\"}").codeWord("reason")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "[5]", "{\"limit\":5}", "\"five\"", "\"\""})
  void dropsALimitThatIsNoNumber(String limit) {
    assertThat(body("{\"limit\":" + limit + "}").number("limit")).isEmpty();
  }

  @Test
  void dropsNumbersThatAreTooLong() {
    String longest = "9".repeat(32);

    assertThat(body("{\"limit\":" + longest + "}").number("limit"))
        .contains(new BigDecimal(longest));
    assertThat(body("{\"limit\":9" + longest + "}").number("limit")).isEmpty();
    assertThat(body("{\"limit\":" + "9".repeat(5000) + "}").number("limit")).isEmpty();
    assertThat(body("{\"limit\":1E99999999999}").number("limit")).isEmpty();
  }

  @Test
  void passesOverWhatIsNested() {
    ErrorBody body = body("{\"a\":{\"limit\":1,\"b\":[{}]},\"c\":[2,{\"limit\":3}],\"limit\":4}");

    assertThat(body.number("limit")).contains(new BigDecimal("4"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "5",
        "\"limit\"",
        "[{\"limit\":5}]",
        "<html><body>limit</body></html>",
        "{\"limit\":5",
        "{\"limit\":5,",
        "{\"limit\":5,}",
        "{\"limit\":5,\"x\":tru}",
        "{limit:5}",
        "{\"limit\":NaN}",
      })
  void dropsABodyThatMakesNoSense(String text) {
    assertThat(body(text).number("limit")).isEmpty();
  }

  @Test
  void dropsABodyThatIsTooDeep() {
    String deep = "{\"limit\":5,\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThat(body(deep).number("limit")).isEmpty();
  }

  @Test
  void dropsABodyThatIsNotText() {
    byte[] bytes = {(byte) 0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0};

    assertThat(ErrorBody.of(bytes, FACTORY).number("limit")).isEmpty();
  }

  @Test
  void readsTheSecondsToWaitAsText() {
    assertThat(body("{\"retryAfterSeconds\":30}").text("retryAfterSeconds")).contains("30");
    assertThat(body("{\"retryAfterSeconds\":\"30\"}").text("retryAfterSeconds")).contains("30");
    assertThat(body("{}").text("retryAfterSeconds")).isEmpty();
  }
}
