package io.cloudcruise.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.contract.OnABrokenHttpPort.Connector;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.InvalidRequestException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.port.UnavailableException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same for what HTTP adds: every promise is tried on an adapter that breaks it. */
class BrokenHttpPortsTest {
  static Stream<Arguments> overHttp() {
    return Stream.of(
        broken("request", toAnotherPath(), "/v1/run/"),
        broken("redirect", quotingAndFollowing(), "requests to the host redirected to"),
        broken(
            "stalls",
            throwing(id -> new InvalidRequestException(Optional.of(id), 400)),
            "DeadlineExceededException"),
        broken(
            "cutShort",
            throwing(id -> new InvalidRequestException(Optional.of(id), 400)),
            "UnavailableException"),
        broken("quotesNothing", quotingAndFollowing(), "HTTP status of 200"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void overHttp(String promise, Connector connector, String message) {
    OnABrokenHttpPort.connector = connector;
    assertThat(
            BrokenPromise.failure(
                OnABrokenHttpPort.class, HttpRunResultsPortContract.OverHttp.class, promise))
        .contains(message);
  }

  @Test
  void everyPromiseIsBrokenByOneAdapter() {
    List<Object> broken = overHttp().map(row -> row.get()[0]).toList();
    List<Object> promises =
        Arrays.stream(HttpRunResultsPortContract.OverHttp.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .<Object>map(Method::getName)
            .toList();
    assertThat(broken).containsExactlyInAnyOrderElementsOf(promises);
  }

  private static Arguments broken(String promise, Connector connector, String message) {
    return Arguments.of(promise, connector, message);
  }

  private static Connector toAnotherPath() {
    return (baseUrl, apiKey, deadline) ->
        OnABrokenHttpPort.sound(URI.create(baseUrl + "/v1"), apiKey, deadline);
  }

  private static Connector throwing(Function<SessionId, RunResultsException> instead) {
    return (baseUrl, apiKey, deadline) -> {
      RunResultsPort sound = OnABrokenHttpPort.sound(baseUrl, apiKey, deadline);
      return id -> {
        try {
          return sound.find(id);
        } catch (RunResultsException e) {
          throw instead.apply(id);
        }
      };
    };
  }

  private static Connector quotingAndFollowing() {
    HttpClient client = HttpClient.newBuilder().followRedirects(Redirect.ALWAYS).build();
    return (baseUrl, apiKey, deadline) -> id -> quote(client, baseUrl, apiKey, id);
  }

  private static Optional<RunResults> quote(
      HttpClient client, URI baseUrl, String apiKey, SessionId id) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + "/run/" + id)).header("cc-key", apiKey).build();
    try {
      String body = client.send(request, BodyHandlers.ofString()).body();
      throw new ContractViolationException(
          Optional.of(id), OptionalInt.empty(), "", "results", body);
    } catch (IOException | InterruptedException e) {
      throw new UnavailableException(
          Optional.of(id), UnavailableException.Reason.CONNECTION_LOST, e);
    }
  }
}
