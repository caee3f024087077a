package io.cloudcruise.contract.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonParseException;
import feign.Client;
import feign.FeignException;
import feign.Request;
import feign.Response;
import feign.RetryableException;
import feign.codec.DecodeException;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No failure hangs on to what Feign or Jackson threw: a type in a cause is shown, too. */
class FailureCausesTest {
  private static final SessionId RUN = new SessionId(Sandbox.DEFAULT_RUN);
  private static final Request REQUEST =
      Request.create(
          Request.HttpMethod.GET,
          "https://a.example",
          Map.of(),
          null,
          StandardCharsets.UTF_8,
          null);

  static Stream<Named<Client>> clients() {
    return Stream.of(
        Named.of("Feign's own failure", throwing(serverError())),
        Named.of("one that asks Feign to retry", throwing(retryable())),
        Named.of("one of a decoder", throwing(new DecodeException(200, "", REQUEST, json()))),
        Named.of("one of a subclass of IOException", throwing(json())),
        Named.of("one with a cause", throwing(new IOException(retryable()))),
        Named.of("one that suppresses", throwing(suppressing(serverError()))),
        Named.of("no JSON", responding(200, "no JSON")),
        Named.of("another run", responding(200, "{\"session_id\":\"b\",\"status\":\"c\"}")),
        Named.of("nothing", responding(200, "")),
        Named.of("an error response that is no JSON", responding(402, "no JSON")),
        Named.of("trouble", responding(503, "{}")));
  }

  @ParameterizedTest
  @MethodSource("clients")
  void noFailureOfAClientIsKept(Client client) {
    exposesNoLibrary(
        FeignRunResultsAdapter.builder().baseUrl("https://a.example").client(client),
        Sandbox.API_KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        Sandbox.FORBIDDEN_KEY,
        Sandbox.USAGE_LIMIT_KEY,
        Sandbox.RATE_LIMITED_KEY,
        Sandbox.UNAVAILABLE_KEY
      })
  void noRefusalIsKept(String key) {
    try (Sandbox sandbox = Sandbox.start()) {
      exposesNoLibrary(adapterTo(sandbox.baseUrl()), key);
    }
  }

  @Test
  void noFailureToConnectIsKept() {
    Sandbox gone = Sandbox.start();
    gone.close();

    exposesNoLibrary(adapterTo(gone.baseUrl()), Sandbox.API_KEY);
  }

  @Test
  void aForeignTypeAnywhereInAFailureIsSeen() {
    Throwable seeded = new IllegalStateException(suppressing(new IOException(json())));
    seeded.addSuppressed(retryable());

    assertThat(foreignTypesIn(seeded))
        .containsExactlyInAnyOrder(
            "com.fasterxml.jackson.core.JsonParseException", "feign.RetryableException");
  }

  private static FeignRunResultsAdapter.Builder adapterTo(URI server) {
    return FeignRunResultsAdapter.builder().baseUrl(server.toString());
  }

  private static void exposesNoLibrary(FeignRunResultsAdapter.Builder builder, String key) {
    try (FeignRunResultsAdapter adapter = builder.apiKey(ApiKey.of(key)).build()) {
      Throwable failure = catchThrowable(() -> adapter.find(RUN));

      assertThat(failure).isInstanceOf(RunResultsException.class);
      assertThat(foreignTypesIn(failure)).isEmpty();
    }
  }

  private static List<String> foreignTypesIn(Throwable failure) {
    Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(failure, all);
    return all.stream()
        .map(thrown -> thrown.getClass().getName())
        .filter(name -> !name.startsWith("java.") && !name.startsWith("io.cloudcruise."))
        .toList();
  }

  private static void collect(@Nullable Throwable thrown, Set<Throwable> all) {
    if (thrown != null && all.add(thrown)) {
      collect(thrown.getCause(), all);
      for (Throwable suppressed : thrown.getSuppressed()) {
        collect(suppressed, all);
      }
    }
  }

  private static Client throwing(Exception failure) {
    return (request, options) -> {
      if (failure instanceof IOException checked) {
        throw checked;
      }
      throw (RuntimeException) failure;
    };
  }

  private static Client responding(int status, String body) {
    return (request, options) ->
        Response.builder()
            .status(status)
            .request(request)
            .headers(Map.of())
            .body(body, StandardCharsets.UTF_8)
            .build();
  }

  private static FeignException serverError() {
    return new FeignException.InternalServerError("", REQUEST, new byte[0], Map.of());
  }

  private static RetryableException retryable() {
    return new RetryableException(503, "", Request.HttpMethod.GET, 1L, REQUEST);
  }

  private static IOException json() {
    return new JsonParseException(null, "");
  }

  private static IOException suppressing(Exception failure) {
    IOException suppressing = new IOException();
    suppressing.addSuppressed(failure);
    return suppressing;
  }
}
