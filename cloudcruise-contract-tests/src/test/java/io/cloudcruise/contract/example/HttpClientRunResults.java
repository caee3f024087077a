package io.cloudcruise.contract.example;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.InvalidRequestException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UsageLimitExceededException;
import io.cloudcruise.jackson.RunResultsJson;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The port over the JDK's own HTTP client. */
final class HttpClientRunResults implements RunResultsPort {
  private final HttpClient client = HttpClient.newHttpClient(); // which follows no redirect
  private final RunResultsJson json = RunResultsJson.create();
  private final URI baseUrl;
  private final String apiKey;
  private final Duration deadline;

  HttpClientRunResults(URI baseUrl, String apiKey, Duration deadline) {
    this.baseUrl = baseUrl;
    this.apiKey = apiKey;
    this.deadline = deadline;
  }

  @Override
  public Optional<RunResults> find(SessionId id) {
    HttpResponse<byte[]> response = send(id);
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return Optional.of(read(id, status, response.body()));
    }
    if (status == 404) {
      return Optional.empty();
    }
    throw refusal(id, response);
  }

  private HttpResponse<byte[]> send(SessionId id) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + "/run/" + id))
            .header("Accept", "application/json")
            .header("cc-key", apiKey)
            .build();
    // The deadline is for the whole call: the request's own timeout would end with the headers.
    CompletableFuture<HttpResponse<byte[]>> call =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return call.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new DeadlineExceededException(
          Optional.of(id), DeadlineExceededException.Phase.WAITING_FOR_RESPONSE, deadline, null);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(Optional.of(id));
    } catch (ExecutionException failed) {
      throw new UnavailableException(Optional.of(id), reason(failed), null);
    } finally {
      call.cancel(true);
    }
  }

  private static UnavailableException.Reason reason(ExecutionException failed) {
    return failed.getCause() instanceof ConnectException
        ? UnavailableException.Reason.CANNOT_CONNECT
        : UnavailableException.Reason.CONNECTION_LOST;
  }

  private RunResults read(SessionId id, int status, byte[] body) {
    RunResults run;
    try {
      run = json.read(body);
    } catch (ContractViolationException e) {
      throw violation(id, status, e.path(), e.expected(), e.found());
    }
    if (!run.sessionId().equals(id)) {
      throw violation(id, status, "/session_id", "the run asked for", "another run");
    }
    return run;
  }

  private static RunResultsException refusal(SessionId id, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    return switch (status) {
      case 401, 403 -> new AccessDeniedException(Optional.of(id), status);
      case 402 ->
          new UsageLimitExceededException(
              Optional.of(id), status, Optional.empty(), Optional.empty(), Optional.empty());
      case 429 -> new RateLimitedException(Optional.of(id), status, retryAfter(response));
      default ->
          status >= 500 || status == 408
              ? new UnavailableException(Optional.of(id), status, retryAfter(response))
              : status >= 400
                  ? new InvalidRequestException(Optional.of(id), status)
                  : violation(id, status, "", "a response", "an HTTP status that has none");
    };
  }

  private static Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,9}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  private static ContractViolationException violation(
      SessionId id, int status, String path, String expected, String found) {
    return new ContractViolationException(
        Optional.of(id), OptionalInt.of(status), path, expected, found);
  }
}
