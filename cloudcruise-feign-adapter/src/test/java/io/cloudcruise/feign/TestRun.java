package io.cloudcruise.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.rigs.CallUnderWay;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** The run that the tests ask for, and ways to ask. */
final class TestRun {
  static final SessionId ID = new SessionId("5a4db0c5-abcd-4000-8000-000000000001");
  static final String JSON =
      "{\"session_id\":\"" + ID + "\",\"status\":\"execution.success\",\"data\":null}";
  static final String KEY = "sk_test_not_a_real_key";

  /** Long for a call, short for a test. */
  static final Duration SOON = Duration.ofSeconds(1);

  private TestRun() {}

  /** Everything at its default but the key and the base URL. */
  static FeignRunResultsAdapter.Builder adapterTo(String baseUrl) {
    return FeignRunResultsAdapter.builder().apiKey(ApiKey.of(KEY)).baseUrl(baseUrl);
  }

  static FeignRunResultsAdapter adapterTo(HostileServer server) {
    return adapterTo(server.baseUrl()).build();
  }

  /** A good response about it. */
  static RawResponse response() {
    return RawResponse.status(200).body(JSON);
  }

  /** Its JSON with some data, of which the JSON is given. */
  static String jsonWith(String data) {
    return JSON.replace("null", data);
  }

  /** Asks on a thread of its own. */
  static CallUnderWay call(FeignRunResultsAdapter adapter) {
    return CallUnderWay.start(() -> assertThat(adapter.find(ID)).isNotNull());
  }

  /** Asks, and returns the failure that the test expects. */
  static <T extends RunResultsException> T failure(Class<T> type, FeignRunResultsAdapter adapter) {
    Throwable thrown = catchThrowable(() -> adapter.find(ID));
    assertThat(thrown).isInstanceOf(type);
    return type.cast(thrown);
  }

  /** Asks a server that plays a script for each request. */
  static <T extends RunResultsException> T failure(Class<T> type, HostileServer.Script script) {
    return failure(type, script, builder -> builder);
  }

  static <T extends RunResultsException> T failure(
      Class<T> type,
      HostileServer.Script script,
      UnaryOperator<FeignRunResultsAdapter.Builder> options) {
    try (var server = HostileServer.onRequest(script);
        var adapter = options.apply(adapterTo(server.baseUrl())).build()) {
      return failure(type, adapter);
    }
  }

  static <T extends RunResultsException> T failure(Class<T> type, RawResponse response) {
    return failure(type, response, builder -> builder);
  }

  static <T extends RunResultsException> T failure(
      Class<T> type, RawResponse response, UnaryOperator<FeignRunResultsAdapter.Builder> options) {
    return failure(type, peer -> peer.write(response.bytes()), options);
  }
}
