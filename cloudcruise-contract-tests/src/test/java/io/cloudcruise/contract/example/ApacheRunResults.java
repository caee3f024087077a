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
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.http.NameValuePair;

/** The port over Apache HttpComponents: another client, and the same mapper. */
final class ApacheRunResults implements RunResultsPort {
  private final CloseableHttpAsyncClient client =
      HttpAsyncClients.custom().disableRedirectHandling().disableAutomaticRetries().build();
  private final ResponseMapper mapper = ResponseMapper.builder().build();
  private final URI baseUrl;
  private final String apiKey;
  private final Duration timeout;

  ApacheRunResults(URI baseUrl, String apiKey, Duration timeout) {
    this.baseUrl = baseUrl;
    this.apiKey = apiKey;
    this.timeout = timeout;
    client.start();
  }

  @Override
  public Optional<RunResults> find(SessionId id) {
    Deadline deadline = Deadline.in(timeout);
    SimpleHttpResponse response = send(Objects.requireNonNull(id, "id"), deadline);
    byte[] body = response.getBodyBytes() == null ? new byte[0] : response.getBodyBytes();
    return mapper.map(id, response.getCode(), name -> header(response, name), body, deadline);
  }

  private static Optional<String> header(SimpleHttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(NameValuePair::getValue);
  }

  private SimpleHttpResponse send(SessionId id, Deadline deadline) {
    SimpleHttpRequest request =
        SimpleRequestBuilder.get(baseUrl + "/run/" + id)
            .addHeader("Accept", "application/json")
            .addHeader("cc-key", apiKey)
            .build();
    if (Thread.currentThread().isInterrupted()) {
      throw new CallInterruptedException(Optional.of(id)); // this client would still send it
    }
    Future<SimpleHttpResponse> call = client.execute(request, null);
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
