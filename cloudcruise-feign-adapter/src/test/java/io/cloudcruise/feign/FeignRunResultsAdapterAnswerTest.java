package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.adapterTo;
import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.ContractViolation;
import io.cloudcruise.core.port.Drift;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeignRunResultsAdapterAnswerTest {

  private static void isRead(RawAnswer answer) {
    try (var server = HostileServer.answering(answer);
        var adapter = adapterTo(server)) {
      assertThat(adapter.get(TestRun.ID).status().spelling()).isEqualTo("execution.success");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 203, 206, 226, 299})
  void anySuccessThatHoldsResultsIsRead(int status) {
    isRead(RawAnswer.status(status).body(TestRun.JSON));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204, 205})
  void aSuccessWithoutResultsIsAViolation(int status) {
    ContractViolation violation = failure(ContractViolation.class, RawAnswer.status(status));

    assertThat(violation.found()).isEqualTo("an empty answer");
    assertThat(violation.httpStatus()).hasValue(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\r\n\t ", "\uFEFF"})
  void aBlankAnswerIsAViolation(String body) {
    ContractViolation violation =
        failure(ContractViolation.class, RawAnswer.status(200).body(body));

    assertThat(violation.found()).isEqualTo("an empty answer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body>Please log in</body></html>",
        "null",
        "[]",
        "\"execution.success\"",
        "{}",
        "{\"session_id\":\"5a4db0c5-abcd-4000-8000-000000000001\"}",
        "{\"status\":\"execution.success\"}",
        "{'session_id':1}",
        "{\"session_id\":\"5a4db0c5-abcd-4000-8000-000000000001\",\"status\":\"execution.suc",
        "NaN",
        "\u0000\u0000",
      })
  void whatAreNoResultsIsAViolation(String body) {
    ContractViolation violation =
        failure(ContractViolation.class, RawAnswer.status(200).body(body));

    assertThat(violation.httpStatus()).hasValue(200);
    assertThat(violation.sessionId()).hasValue(TestRun.ID);
    assertThat(violation.isRetryable()).isFalse();
  }

  @Test
  void resultsAreReadWhateverTheMediaTypeStated() {
    isRead(TestRun.answer().header("Content-Type", "text/html; charset=utf-16"));
  }

  @Test
  void theResultsOfAnotherRunAreAViolation() {
    String another = TestRun.JSON.replace("000000000001", "000000000002");

    ContractViolation violation =
        failure(ContractViolation.class, RawAnswer.status(200).body(another));

    assertThat(violation.path()).isEqualTo("/session_id");
    assertThat(violation.found()).isEqualTo("another run");
  }

  @Test
  void theSameUuidInOtherCaseIsTheRunAskedFor() {
    String id = TestRun.ID.value();

    isRead(RawAnswer.status(200).body(TestRun.JSON.replace(id, id.toUpperCase(Locale.ROOT))));
  }

  @ParameterizedTest
  @CsvSource({"session_id, 'x'", "status, 'execution.failed'", "data, 1", "errors, []"})
  void aNameThatComesTwiceIsAViolation(String name, String value) {
    String field = "\"" + name + "\":" + value.replace('\'', '"');
    String twice = TestRun.JSON.replaceFirst("}$", ",\"errors\":[]," + field + "}");

    ContractViolation violation =
        failure(ContractViolation.class, RawAnswer.status(200).body(twice));

    assertThat(violation.path()).isEqualTo("/" + name);
  }

  @Test
  void moreAfterTheResultsIsAViolation() {
    ContractViolation violation =
        failure(ContractViolation.class, RawAnswer.status(200).body(TestRun.JSON + "{}"));

    assertThat(violation.found()).isEqualTo("more after it");
  }

  @Test
  void chunksAreJoined() {
    String json = TestRun.JSON;
    try (var server =
            HostileServer.onRequest(
                peer -> {
                  peer.write(RawAnswer.status(200).chunked().head());
                  for (int i = 0; i < json.length(); i++) {
                    peer.write(RawAnswer.chunk(json.substring(i, i + 1)));
                  }
                  peer.write("0\r\n\r\n");
                });
        var adapter = adapterTo(server)) {
      assertThat(adapter.find(TestRun.ID)).isPresent();
    }
  }

  @Test
  void anAnswerThatEndsWithTheConnectionIsRead() {
    try (var server =
            HostileServer.onRequest(
                peer -> {
                  peer.write("HTTP/1.0 200 OK\r\n\r\n" + TestRun.JSON);
                  peer.hangUp();
                });
        var adapter = adapterTo(server)) {
      assertThat(adapter.find(TestRun.ID)).isPresent();
    }
  }

  @Test
  void theDriftListenerHearsOfUnknownFields() {
    List<Drift> heard = new ArrayList<>();
    RawAnswer answer = RawAnswer.status(200).body(TestRun.JSON.replace("\"data\"", "\"surprise\""));
    try (var server = HostileServer.answering(answer);
        var adapter = adapterTo(server.baseUrl()).driftListener(heard::add).build()) {

      assertThat(adapter.find(TestRun.ID)).isPresent();

      assertThat(heard).singleElement().extracting(Drift::path).isEqualTo("/surprise");
    }
  }
}
