package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestClients.adapterOver;
import static io.cloudcruise.feign.TestClients.responding;
import static io.cloudcruise.feign.TestClients.response;
import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import feign.Client;
import feign.Request;
import feign.Response;
import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.ProxySelector;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of the caller's own in place of the default transport. */
@Timeout(20)
class FeignRunResultsAdapterClientTest {

  @Test
  void itsResponseIsRead() {
    try (var adapter = adapterOver(responding(200, TestRun.JSON))) {
      assertThat(adapter.find(TestRun.ID)).isPresent();
    }
  }

  @Test
  void itGetsTheWholeRequest() {
    List<Request> seen = new ArrayList<>();
    Client client =
        (request, options) -> {
          seen.add(request);
          return responding(200, TestRun.JSON).execute(request, options);
        };
    try (var adapter = adapterOver(client)) {
      assertThat(adapter.find(TestRun.ID)).isPresent();

      assertThat(seen.get(0).url()).isEqualTo("https://api.example/run/" + TestRun.ID);
      assertThat(seen.get(0).httpMethod()).isEqualTo(Request.HttpMethod.GET);
      assertThat(seen.get(0).headers().get("cc-key")).containsExactly(TestRun.KEY);
      assertThat(seen.get(0).headers().get("Accept")).containsExactly("application/json");
    }
  }

  @Test
  void itIsToldTheTimeAllowedAndNotToFollowRedirects() {
    List<Request.Options> seen = new ArrayList<>();
    Client client =
        (request, options) -> {
          seen.add(options);
          return responding(200, TestRun.JSON).execute(request, options);
        };
    try (var adapter = adapterOver(client, builder -> builder.deadline(Duration.ofSeconds(7)))) {
      assertThat(adapter.find(TestRun.ID)).isPresent();

      assertThat(seen.get(0).isFollowRedirects()).isFalse();
      assertThat(seen.get(0).connectTimeoutMillis()).isEqualTo(7000);
      assertThat(seen.get(0).readTimeoutMillis()).isEqualTo(7000);
    }
  }

  @Test
  void itsResponseIsHeldAgainstTheCeilings() {
    try (var adapter =
        adapterOver(
            responding(200, TestRun.JSON),
            builder -> builder.responses(it -> it.maxResponseBytes(50)))) {
      assertThat(failure(ContractViolationException.class, adapter).found()).isEqualTo("more");
    }
  }

  @Test
  void aResponseWithoutEndIsCutOffAtTheCeiling() {
    try (var adapter =
        adapterOver(
            responding(200, new TestClients.EndlessSpaces()),
            builder -> builder.responses(it -> it.maxResponseBytes(1 << 20)))) {
      assertThat(failure(ContractViolationException.class, adapter).found()).isEqualTo("more");
    }
  }

  @Test
  void aResponseWithoutEndEndsAtTheDeadline() {
    try (var adapter =
        adapterOver(
            responding(200, new TestClients.EndlessSpaces()),
            builder ->
                builder
                    .responses(it -> it.maxResponseBytes(1 << 30))
                    .deadline(Duration.ofMillis(1)))) {
      assertThat(failure(DeadlineExceededException.class, adapter).phase())
          .isEqualTo(Phase.READING_RESPONSE);
    }
  }

  @Test
  void theBodyOfARefusalIsCutOffAtItsCeiling() {
    try (var adapter = adapterOver(responding(429, new TestClients.EndlessSpaces()))) {
      assertThat(failure(RateLimitedException.class, adapter).httpStatus()).hasValue(429);
    }
  }

  @Test
  void theBodyOfARefusalIsNotWaitedForBeyondTheDeadline() {
    try (var adapter =
        adapterOver(
            responding(429, new TestClients.EndlessSpaces()),
            builder ->
                builder
                    .responses(it -> it.maxErrorBytes(1 << 30))
                    .deadline(Duration.ofMillis(1)))) {
      assertThat(failure(RateLimitedException.class, adapter).httpStatus()).hasValue(429);
    }
  }

  @Test
  void itsHeadersAreFoundInAnyCase() {
    Client client =
        (request, options) ->
            response(request, 429).headers(Map.of("retry-AFTER", List.of("4"))).build();
    try (var adapter = adapterOver(client)) {
      assertThat(failure(RateLimitedException.class, adapter).retryAfter())
          .hasValue(Duration.ofSeconds(4));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308, 199, 600})
  void aRedirectThatItHandsOverIsAViolation(int status) {
    try (var adapter = adapterOver(responding(status, TestRun.JSON))) {
      assertThat(failure(ContractViolationException.class, adapter).httpStatus()).hasValue(status);
    }
  }

  @Test
  void aSuccessWithoutABodyIsAViolation() {
    try (var adapter = adapterOver((request, options) -> response(request, 200).build())) {
      assertThat(failure(ContractViolationException.class, adapter).found())
          .isEqualTo("an empty response");
    }
  }

  @Test
  void aRefusalWithoutABodyIsARefusal() {
    try (var adapter = adapterOver((request, options) -> response(request, 500).build())) {
      assertThat(failure(UnavailableException.class, adapter).httpStatus()).hasValue(500);
    }
  }

  @Test
  void aSettingOfTheDefaultTransportIsRefusedBesideACustomClient() throws Exception {
    SSLContext context = SSLContext.getDefault();
    List<UnaryOperator<FeignRunResultsAdapter.Builder>> unused =
        List.of(
            builder -> builder.proxy(ProxySelector.getDefault()),
            builder -> builder.sslContext(context),
            builder -> builder.executor(Runnable::run));

    for (UnaryOperator<FeignRunResultsAdapter.Builder> option : unused) {
      assertThatIllegalStateException()
          .isThrownBy(() -> adapterOver(responding(200, ""), option).close())
          .withMessageContaining("default transport");
    }
  }

  @Test
  void itIsNotClosedWithTheAdapter() {
    ClosableClient client = new ClosableClient();
    FeignRunResultsAdapter adapter = adapterOver(client);

    adapter.close();

    assertThat(client.closed).isFalse();
  }

  private static final class ClosableClient implements Client, AutoCloseable {
    private boolean closed;

    @Override
    public Response execute(Request request, Request.Options options) {
      return response(request, 404).build();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void theStatusOfAnErrorDecidesThoughTheBodyCannotBeOpenedOrClosed() {
    Response.Body broken =
        new Response.Body() {
          @Override
          public @Nullable Integer length() {
            return null;
          }

          @Override
          public boolean isRepeatable() {
            return false;
          }

          @Override
          public InputStream asInputStream() {
            throw new IllegalStateException("canary");
          }

          @Override
          public Reader asReader(Charset charset) {
            throw new IllegalStateException("canary");
          }

          @Override
          public void close() throws IOException {
            throw new IOException("canary");
          }
        };
    Client client = (request, options) -> TestClients.response(request, 401).body(broken).build();

    try (var adapter = adapterOver(client)) {
      assertThat(TestRun.failure(AccessDeniedException.class, adapter))
          .hasMessageNotContaining("canary");
    }
  }

  @Test
  void aBodyOfASuccessThatCannotBeOpenedIsALostConnection() {
    Client client =
        responding(200, new TestClients.BrokenStream(new IllegalStateException("canary")));

    try (var adapter = adapterOver(client)) {
      UnavailableException failure = TestRun.failure(UnavailableException.class, adapter);
      assertThat(failure.reason()).isEqualTo(UnavailableException.Reason.CONNECTION_LOST);
      assertThat(failure).hasMessageNotContaining("canary");
    }
  }
}
