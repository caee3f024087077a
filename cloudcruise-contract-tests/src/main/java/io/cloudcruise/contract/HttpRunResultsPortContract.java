package io.cloudcruise.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.sandbox.RecordedRequest;
import io.cloudcruise.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What {@link RunResultsPort} promises, tried on an adapter over HTTP. It brings the platform with
 * it, so to extend it is to say how the adapter is built.
 */
public abstract class HttpRunResultsPortContract extends RunResultsPortContract {
  private static final Duration DEADLINE = Duration.ofSeconds(2);
  private static final String NOBODYS_KEY = "sk_sandbox_of_nobody";
  private static final String CANARY = "canary-that-no-text-may-show";

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** For those who extend it. */
  protected HttpRunResultsPortContract() {}

  /**
   * Builds the adapter under test. If it can be closed, it is closed after the test.
   *
   * @param baseUrl the platform, without a slash at the end
   * @param apiKey the key to send
   * @param deadline how long a whole call may take; an adapter that knows none ignores it, and says
   *     so by {@link #lacks}
   * @return the adapter
   */
  protected abstract RunResultsPort connect(URI baseUrl, String apiKey, Duration deadline);

  @Override
  protected final Subject given(Situation situation) {
    return switch (situation) {
      case KEY_REFUSED -> sandbox(Sandbox.DEFAULT_RUN, NOBODYS_KEY);
      case RUN_FORBIDDEN -> sandbox(Sandbox.DEFAULT_RUN, Sandbox.FORBIDDEN_KEY);
      case USAGE_LIMIT_EXCEEDED -> sandbox(Sandbox.DEFAULT_RUN, Sandbox.USAGE_LIMIT_KEY);
      case RATE_LIMITED -> sandbox(Sandbox.DEFAULT_RUN, Sandbox.RATE_LIMITED_KEY);
      case OVERLOADED -> sandbox(Sandbox.DEFAULT_RUN, Sandbox.UNAVAILABLE_KEY);
      case UNREACHABLE -> unreachable();
      case UNINTELLIGIBLE -> raw(RawServer.responding(http(200, "<html>Sign in</html>")));
      case ANOTHER_RUN -> raw(RawServer.responding(http(200, anotherRun())));
      case SILENT -> raw(RawServer.stallingAfter(""));
      default -> sandbox(SandboxScenarios.sessionId(situation), Sandbox.API_KEY);
    };
  }

  /** Closes what the test has opened, last things first. */
  @AfterEach
  final void closeWhatWasOpened() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  private Subject sandbox(String sessionId, String apiKey) {
    MovableClock clock = new MovableClock();
    Sandbox sandbox = Sandbox.builder().clock(clock).start();
    opened.push(sandbox);
    return new Subject(
        port(sandbox.baseUrl(), apiKey),
        new SessionId(sessionId),
        sandbox::requestCount,
        clock::advanceAnHour,
        List.of(apiKey));
  }

  private Subject raw(RawServer server) {
    opened.push(server);
    return subject(server.baseUrl(), server::requests);
  }

  private Subject unreachable() {
    try (RawServer gone = RawServer.responding("")) {
      return subject(gone.baseUrl(), () -> 0);
    } catch (Exception e) {
      throw new IllegalStateException("cannot close a port", e);
    }
  }

  private Subject subject(URI baseUrl, LongSupplier requests) {
    return new Subject(
        port(baseUrl, Sandbox.API_KEY),
        new SessionId(Sandbox.DEFAULT_RUN),
        requests,
        () -> {},
        List.of(Sandbox.API_KEY));
  }

  private RunResultsPort port(URI baseUrl, String apiKey) {
    RunResultsPort port = connect(baseUrl, apiKey, DEADLINE);
    if (port instanceof AutoCloseable closeable) {
      opened.push(closeable);
    }
    return port;
  }

  private static String anotherRun() {
    return "{\"session_id\": \"another-run\", \"status\": \"execution.success\"}";
  }

  private static String http(int status, String body, String... headers) {
    return "HTTP/1.1 %d Something\r\nContent-Length: %d\r\nConnection: close\r\n%s\r\n%s"
        .formatted(
            status,
            body.length(),
            headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n",
            body);
  }

  /** What the wire adds to the promises. */
  @Nested
  @DisplayName("Over HTTP, a call")
  protected class OverHttp {
    OverHttp() {}

    @Test
    @DisplayName("is GET /run/{session id} with the key as cc-key")
    void request() {
      Sandbox sandbox = Sandbox.start();
      opened.push(sandbox);
      port(sandbox.baseUrl(), Sandbox.API_KEY).find(new SessionId(Sandbox.DEFAULT_RUN));

      RecordedRequest request = sandbox.requests().get(0);
      assertThat(request.method()).as("method").isEqualTo("GET");
      assertThat(request.uri()).as("path").hasToString("/run/" + Sandbox.DEFAULT_RUN);
      assertThat(request.header("Accept")).as("what is accepted").contains("application/json");
      assertThat(request.header("cc-key")).as("the key sent").contains(Sandbox.API_KEY);
    }

    @Test
    @DisplayName("follows no redirect, and sends the key to no other host")
    void redirect() {
      RawServer other = RawServer.responding(http(200, anotherRun()));
      opened.push(other);
      String location = "Location: " + other.baseUrl() + "/run/" + Sandbox.DEFAULT_RUN;

      Attempt.find(raw(RawServer.responding(http(302, "", location))))
          .failure(ContractViolationException.class);

      assertThat(other.requests()).as("requests to the host redirected to").isZero();
    }

    @Test
    @DisplayName("ends at its deadline when the response stops half-way")
    void stalls() {
      assumeFalse(lacks().contains(Capability.DEADLINE), "the port says that it has no deadline");
      String beginning = http(200, anotherRun()).replaceFirst("execution.success.*", "");
      Attempt.find(raw(RawServer.stallingAfter(beginning)))
          .failure(DeadlineExceededException.class);
    }

    @Test
    @DisplayName("is UnavailableException when the connection breaks half-way through the response")
    void cutShort() {
      String beginning = http(200, anotherRun()).replaceFirst("execution.success.*", "");
      UnavailableException thrown =
          Attempt.find(raw(RawServer.responding(beginning))).failure(UnavailableException.class);
      assertThat(thrown.reason())
          .as("the reason")
          .isEqualTo(UnavailableException.Reason.CONNECTION_LOST);
    }

    @Test
    @DisplayName("quotes neither body nor header of a response in what it throws")
    void quotesNothing() {
      String body = "{\"message\": \"" + CANARY + "\"}";
      for (int status : new int[] {200, 302, 400, 401, 402, 403, 408, 422, 429, 500, 503}) {
        String response = http(status, body, "X-Request-Id: " + CANARY, "Retry-After: " + CANARY);
        assertThat(Attempt.find(raw(RawServer.responding(response))).stackTrace())
            .as("what is thrown at an HTTP status of " + status)
            .doesNotContain(CANARY);
      }
    }
  }
}
