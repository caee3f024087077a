package io.cloudcruise.sandbox;

import static io.cloudcruise.sandbox.Caller.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {Sandbox.API_KEY, Sandbox.SECOND_API_KEY})
  void goodKeysReadTheDemo(String key) {
    assertThat(caller.run(Sandbox.DEFAULT_RUN, key).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    Sandbox.FORBIDDEN_KEY + ", 403",
    Sandbox.USAGE_LIMIT_KEY + ", 402",
    Sandbox.RATE_LIMITED_KEY + ", 429",
    Sandbox.UNAVAILABLE_KEY + ", 503",
    "sk_unknown, 401",
    "'', 401",
  })
  void otherKeysAreRefusedWhateverTheyAskFor(String key, int status) {
    assertThat(caller.run(Sandbox.DEFAULT_RUN, key).statusCode()).isEqualTo(status);
    assertThat(caller.run("not-a-uuid", key).statusCode()).isEqualTo(status);
    assertThat(caller.run(id("404"), key).statusCode()).isEqualTo(status);
  }

  @Test
  void aMissingKeyIsUnauthorized() {
    HttpResponse<String> response = Caller.send(caller.request("/run/" + Sandbox.DEFAULT_RUN));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(Json.parse(response.body()).fields()).containsExactly("message", "statusCode");
  }

  @Test
  void aMalformedIdIsQuotedInTheMessage() {
    HttpResponse<String> response = caller.run("run%20%22a%22%2F%0A%7B%7Bb");

    Json body = Json.parse(response.body());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(body.get("message").text())
        .isEqualTo("invalid input syntax for type uuid: \"run \"a\"/\n{{b\"");
    assertThat(body.get("error").text()).isEqualTo("Bad Request");
    assertThat(body.get("code").text()).isEqualTo("BAD_REQUEST");
  }

  @Test
  void anUnknownIdIsNotFound() {
    HttpResponse<String> response = caller.run("00000000-0000-4000-8000-000000000000");

    Json body = Json.parse(response.body());
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(body.fields()).containsExactly("message", "code", "statusCode");
    assertThat(body.get("code").text()).isEqualTo("NOT_FOUND");
  }

  @Test
  void anIdInCapitalsIsTheSameRun() {
    Json run = caller.json("5A4DB0C5-0000-4000-8000-000000000001");

    assertThat(run.get("session_id").text()).isEqualTo(Sandbox.DEFAULT_RUN);
  }

  @Test
  void aUsageLimitTellsReasonUsageAndLimit() {
    Json body = caller.json(id("402"));

    assertThat(body.get("reason").text()).isEqualTo("NO_PAYMENT_METHOD");
    assertThat(body.get("currentUsage").number()).isGreaterThan(body.get("limit").number());
  }

  @Test
  void refusalsThatPassSayWhenToTryAgain() {
    assertThat(Caller.header(caller.run(id("429")), "Retry-After")).isEqualTo("1");
    assertThat(Caller.rateHeaders(caller.run(id("429"))))
        .containsEntry("limit", "500")
        .containsEntry("remaining", "0")
        .containsEntry("reset", "1");
    assertThat(Caller.header(caller.run(id("502")), "Retry-After")).isEqualTo("2");
    assertThat(Caller.header(caller.run(id("503")), "Retry-After")).isEqualTo("5");
    assertThat(Caller.header(caller.run(id("500")), "Retry-After")).isEqualTo("absent");
  }
}
