package io.cloudcruise.contract.example;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.AccessDenied;
import io.cloudcruise.core.port.CallInterrupted;
import io.cloudcruise.core.port.ContractViolation;
import io.cloudcruise.core.port.DeadlineExceeded;
import io.cloudcruise.core.port.InvalidRequest;
import io.cloudcruise.core.port.RateLimited;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.port.Unavailable;
import io.cloudcruise.core.port.UsageLimitExceeded;
import io.cloudcruise.feign.RunResultsJson;
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
    HttpResponse<byte[]> answer = send(id);
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return Optional.of(read(id, status, answer.body()));
    }
    if (status == 404) {
      return Optional.empty();
    }
    throw refusal(id, answer);
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
      throw new DeadlineExceeded(id, DeadlineExceeded.Phase.WAITING_FOR_ANSWER, deadline, null);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      throw new CallInterrupted(id);
    } catch (ExecutionException failed) {
      throw new Unavailable(id, reason(failed), null);
    } finally {
      call.cancel(true);
    }
  }

  private static Unavailable.Reason reason(ExecutionException failed) {
    return failed.getCause() instanceof ConnectException
        ? Unavailable.Reason.CANNOT_CONNECT
        : Unavailable.Reason.CONNECTION_LOST;
  }

  private RunResults read(SessionId id, int status, byte[] body) {
    RunResults run;
    try {
      run = json.read(body);
    } catch (ContractViolation e) {
      throw violation(id, status, e.path(), e.expected(), e.found());
    }
    if (!run.sessionId().equals(id)) {
      throw violation(id, status, "/session_id", "the run asked for", "another run");
    }
    return run;
  }

  private static RunResultsException refusal(SessionId id, HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    return switch (status) {
      case 401, 403 -> new AccessDenied(id, status);
      case 402 ->
          new UsageLimitExceeded(id, status, Optional.empty(), Optional.empty(), Optional.empty());
      case 429 -> new RateLimited(id, status, retryAfter(answer));
      default ->
          status >= 500 || status == 408
              ? new Unavailable(id, status, retryAfter(answer))
              : status >= 400
                  ? new InvalidRequest(id, status)
                  : violation(id, status, "", "an answer", "an HTTP status that has none");
    };
  }

  private static Optional<Duration> retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,9}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  private static ContractViolation violation(
      SessionId id, int status, String path, String expected, String found) {
    return new ContractViolation(Optional.of(id), OptionalInt.of(status), path, expected, found);
  }
}
