package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.adapterTo;
import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.Drift;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeignRunResultsAdapterResponseTest {

  private static void isRead(RawResponse response) {
    try (var server = HostileServer.responding(response);
        var adapter = adapterTo(server)) {
      assertThat(adapter.get(TestRun.ID).status().rawValue()).isEqualTo("execution.success");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 203, 206, 226, 299})
  void anySuccessThatHoldsResultsIsRead(int status) {
    isRead(RawResponse.status(status).body(TestRun.JSON));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204, 205})
  void aSuccessWithoutResultsIsAViolation(int status) {
    ContractViolationException violation =
        failure(ContractViolationException.class, RawResponse.status(status));

    assertThat(violation.found()).isEqualTo("an empty response");
    assertThat(violation.httpStatus()).hasValue(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\r\n\t ", "\uFEFF"})
  void aBlankResponseIsAViolation(String body) {
    ContractViolationException violation =
        failure(ContractViolationException.class, RawResponse.status(200).body(body));

    assertThat(violation.found()).isEqualTo("an empty response");
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
  void aBodyWithoutResultsIsAContractViolation(String body) {
    ContractViolationException violation =
        failure(ContractViolationException.class, RawResponse.status(200).body(body));

    assertThat(violation.httpStatus()).hasValue(200);
    assertThat(violation.sessionId()).hasValue(TestRun.ID);
    assertThat(violation.isRetryable()).isFalse();
  }

  @Test
  void resultsAreReadWhateverTheMediaTypeStated() {
    isRead(TestRun.response().header("Content-Type", "text/html; charset=utf-16"));
  }

  @Test
  void theResultsOfAnotherRunAreAViolation() {
    String another = TestRun.JSON.replace("000000000001", "000000000002");

    ContractViolationException violation =
        failure(ContractViolationException.class, RawResponse.status(200).body(another));

    assertThat(violation.path()).isEqualTo("/session_id");
    assertThat(violation.found()).isEqualTo("another run");
  }

  @Test
  void theSameUuidInOtherCaseIsTheRunAskedFor() {
    String id = TestRun.ID.value();

    isRead(RawResponse.status(200).body(TestRun.JSON.replace(id, id.toUpperCase(Locale.ROOT))));
  }

  @ParameterizedTest
  @CsvSource({"session_id, 'x'", "status, 'execution.failed'", "data, 1", "errors, []"})
  void aNameThatComesTwiceIsAViolation(String name, String value) {
    String field = "\"" + name + "\":" + value.replace('\'', '"');
    String twice = TestRun.JSON.replaceFirst("}$", ",\"errors\":[]," + field + "}");

    ContractViolationException violation =
        failure(ContractViolationException.class, RawResponse.status(200).body(twice));

    assertThat(violation.path()).isEqualTo("/" + name);
  }

  @Test
  void moreAfterTheResultsIsAViolation() {
    ContractViolationException violation =
        failure(
            ContractViolationException.class, RawResponse.status(200).body(TestRun.JSON + "{}"));

    assertThat(violation.found()).isEqualTo("more after it");
  }

  @Test
  void chunksAreJoined() {
    String json = TestRun.JSON;
    try (var server =
            HostileServer.onRequest(
                peer -> {
                  peer.write(RawResponse.status(200).chunked().head());
                  for (int i = 0; i < json.length(); i++) {
                    peer.write(RawResponse.chunk(json.substring(i, i + 1)));
                  }
                  peer.write("0\r\n\r\n");
                });
        var adapter = adapterTo(server)) {
      assertThat(adapter.find(TestRun.ID)).isPresent();
    }
  }

  @Test
  void aResponseThatEndsWithTheConnectionIsRead() {
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
    RawResponse response =
        RawResponse.status(200).body(TestRun.JSON.replace("\"data\"", "\"surprise\""));
    try (var server = HostileServer.responding(response);
        var adapter =
            adapterTo(server.baseUrl()).responses(it -> it.driftListener(heard::add)).build()) {

      assertThat(adapter.find(TestRun.ID)).isPresent();

      assertThat(heard).singleElement().extracting(Drift::path).isEqualTo("/surprise");
    }
  }
}
