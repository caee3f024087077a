package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.decode;
import static io.cloudcruise.jackson.ResponseDecoderRig.failure;
import static io.cloudcruise.jackson.ResponseDecoderRig.json;
import static io.cloudcruise.jackson.ResponseDecoderRig.response;
import static io.cloudcruise.jackson.ResponseDecoderRig.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.DriftListener;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseDecoderMalformedTest {
  private static final RunResultsJson JSON = RunResultsJson.create();
  private static final String TOO_MUCH = "JSON within the ceilings on depth, length and tokens";

  private static ContractViolationException over(String fields, Limits limits) {
    Throwable thrown =
        catchThrowable(() -> decode(utf8(response(fields)), "run-1", limits, DriftListener.NONE));
    return (ContractViolationException) thrown;
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.jackson.ResponseDecoderRig#fixtures")
  void refusesAnResponseCutOffAnywhere(String fixture) {
    byte[] whole = ResponseDecoderRig.fixture(fixture);
    int end = whole.length - 1;
    while (whole[end] != '}') {
      end--;
    }

    for (int length = 0; length <= end; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThat(catchThrowable(() -> JSON.read(part)))
          .as("cut off after %s bytes", length)
          .isExactlyInstanceOf(ContractViolationException.class)
          .hasNoCause();
    }
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.jackson.ResponseDecoderRig#fixtures")
  void throwsNothingElseWhateverByteIsGarbled(String fixture) {
    byte[] whole = ResponseDecoderRig.fixture(fixture);

    for (int at = 0; at < whole.length; at++) {
      byte original = whole[at];
      for (char garbage : new char[] {0, '"', '{', '}', ']', ',', '\\', '9', 0x80, 0xff}) {
        whole[at] = (byte) garbage;
        Throwable thrown = catchThrowable(() -> JSON.read(whole));
        assertThat(thrown == null || thrown instanceof ContractViolationException)
            .as("byte %s as %s: %s", at, (int) garbage, thrown)
            .isTrue();
      }
      whole[at] = original;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t ", "\n\n"})
  void refusesAnEmptyResponse(String nothing) {
    ContractViolationException violation = failure(nothing);

    assertThat(violation.path()).isEmpty();
    assertThat(violation.expected()).isEqualTo("run results");
    assertThat(violation.found()).isEqualTo("an empty response");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", " []", "\n5", " null", "\"x\""})
  void refusesASecondDocument(String second) {
    ContractViolationException violation = failure(response("\"data\":1") + second);

    assertThat(violation.expected()).isEqualTo("one JSON object");
    assertThat(violation.found()).isEqualTo("more after it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "}", "]", ",", ":", "\u0000", "<!-- -->", "// end", "/**/"})
  void refusesGarbageAfterTheDocument(String garbage) {
    assertThat(failure(response("\"data\":1") + garbage).found()).isEqualTo("malformed JSON");
  }

  @Test
  void takesWhiteSpaceAroundTheDocument() {
    assertThatCode(() -> decode(" \r\n\t" + response("\"data\":1") + "\r\n\t "))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"data\":NaN",
        "\"data\":Infinity",
        "\"data\":-Infinity",
        "\"data\":+1",
        "\"data\":.5",
        "\"data\":1.",
        "\"data\":01",
        "\"data\":-",
        "\"data\":1e",
        "\"data\":0x1",
        "\"data\":tru",
        "\"data\":nulll",
        "\"data\":True",
        "\"data\":undefined",
        "\"data\":'x'",
        "'data':1",
        "data:1",
        "\"data\" 1",
        "\"data\":1,",
        "\"data\":[1,]",
        "\"data\":[,1]",
        "\"data\":{,}",
        "\"data\":{\"a\"}",
        "\"data\":[1 2]",
        "\"data\":[1}",
        "\"data\":/* no */1",
        "\"data\":1 // no\n",
        "\"data\":1 # no\n",
        "\"data\":\"a\nb\"",
        "\"data\":\"a\tb\"",
        "\"data\":\"\\x41\"",
        "\"data\":\"\\u12G4\"",
        "\"data\":\"\\'\"",
        "\"errors\":[{\"message\":\"a\nb\"}]",
        "\"errors\":[{\"message\":\"\\x41\"}]",
        "\"session_retries\":NaN",
      })
  void refusesWhatIsNoJson(String fields) {
    ContractViolationException violation = failure(response(fields));

    assertThat(violation.expected()).isEqualTo("well-formed JSON");
    assertThat(violation.found()).isIn("malformed JSON", "JSON that is cut off");
  }

  @Test
  void refusesAWebPage() {
    ContractViolationException violation =
        failure("<!DOCTYPE html><html><body>canary</body></html>");

    assertThat(violation.found()).isEqualTo("malformed JSON");
    assertThat(violation.toString()).doesNotContain("canary", "html");
  }

  @ParameterizedTest
  @CsvSource({
    "data, 98, true",
    "data, 99, false",
    "data, 100000, false",
    "unknown, 98, true",
    "unknown, 99, false",
    "unknown, 100000, false",
  })
  void refusesNestingBelowAHundredLevels(String field, int arrays, boolean taken) {
    String fields = "\"" + field + "\":[" + "[".repeat(arrays) + "]".repeat(arrays) + "]";

    Throwable thrown = catchThrowable(() -> decode(response(fields)));

    assertThat(thrown == null).isEqualTo(taken);
    if (!taken) {
      assertThat(thrown)
          .isExactlyInstanceOf(ContractViolationException.class)
          .hasMessageContaining(TOO_MUCH);
      assertThat(((ContractViolationException) thrown).path()).hasSizeLessThan(210);
    }
  }

  @Test
  void refusesObjectsNestedWithoutEnd() {
    ContractViolationException violation =
        failure(response("\"data\":" + "{\"a\":".repeat(100_000)));

    assertThat(violation.expected()).isEqualTo(TOO_MUCH);
  }

  @Test
  void refusesTextsThatAreTooLong() {
    Limits limits = new Limits(1 << 20, 1 << 10, 100, 1000, 1000);

    assertThat(over("\"errors\":[{\"message\":\"" + "m".repeat(50_000) + "\"}]", limits))
        .extracting(ContractViolationException::expected, ContractViolationException::path)
        .containsExactly(TOO_MUCH, "/errors/0/message");
  }

  @ParameterizedTest
  @CsvSource({"10000, true", "10001, false"})
  void refusesNumbersThatAreTooLong(int digits, boolean taken) {
    for (String field : new String[] {"session_retries", "data", "unknown"}) {
      ContractViolationException violation =
          refusalOrNull(response("\"" + field + "\":" + "9".repeat(digits)));

      assertThat(violation == null).as(field).isEqualTo(taken);
    }
  }

  private static ContractViolationException refusalOrNull(String response) {
    return (ContractViolationException) catchThrowable(() -> decode(response));
  }

  @Test
  void refusesTooManyTokens() {
    Limits limits = new Limits(1 << 20, 1 << 10, 100, 1000, 1000);

    assertThat(over("\"data\":[" + "1,".repeat(1000) + "1]", limits).expected())
        .isEqualTo(TOO_MUCH);
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 32, 33, 34, 50_000})
  void takesAnyNumberOfFields(int count) {
    String fields =
        IntStream.range(0, count)
            .mapToObj(i -> "\"field " + i + "\":" + i)
            .collect(Collectors.joining(","));

    RunResults results = decode(response(fields));

    assertThat(results.otherFields()).hasSize(count);
    assertThat(results.otherFields())
        .containsEntry("field " + (count - 1), json(Integer.toString(count - 1)));
  }
}
