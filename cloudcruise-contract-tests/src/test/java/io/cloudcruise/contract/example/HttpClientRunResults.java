package io.cloudcruise.contract.example;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UnavailableException.Reason;
import io.cloudcruise.core.time.Deadline;
import io.cloudcruise.jackson.ResponseMapper;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The port over the JDK's own HTTP client. */
final class HttpClientRunResults implements RunResultsPort {
  private final HttpClient client = HttpClient.newHttpClient(); // which follows no redirect
  private final ResponseMapper mapper = ResponseMapper.builder().build();
  private final URI baseUrl;
  private final String apiKey;
  private final Duration timeout;

  HttpClientRunResults(URI baseUrl, String apiKey, Duration timeout) {
    this.baseUrl = baseUrl;
    this.apiKey = apiKey;
    this.timeout = timeout;
  }

  @Override
  public Optional<RunResults> find(SessionId id) {
    Deadline deadline = Deadline.in(timeout);
    HttpResponse<byte[]> response = send(Objects.requireNonNull(id, "id"), deadline);
    return mapper.map(
        id, response.statusCode(), response.headers()::firstValue, response.body(), deadline);
  }

  private HttpResponse<byte[]> send(SessionId id, Deadline deadline) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + "/run/" + id))
            .header("Accept", "application/json")
            .header("cc-key", apiKey)
            .build();
    // The deadline is for the whole call: the request's own timeout would end with the headers.
    CompletableFuture<HttpResponse<byte[]>> call =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return call.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw new DeadlineExceededException(
          Optional.of(id), Phase.WAITING_FOR_RESPONSE, timeout, null);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(Optional.of(id));
    } catch (ExecutionException failed) {
      boolean refused = failed.getCause() instanceof ConnectException;
      Reason reason = refused ? Reason.CANNOT_CONNECT : Reason.CONNECTION_LOST;
      throw new UnavailableException(Optional.of(id), reason, null);
    } finally {
      call.cancel(true);
    }
  }
}
