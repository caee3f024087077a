package io.cloudcruise.feign;

import feign.Client;
import feign.Feign;
import feign.FeignException;
import feign.Logger;
import feign.Response;
import feign.Retryer;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.http.internal.BaseUrl;
import io.cloudcruise.http.internal.Environment;
import io.cloudcruise.jackson.ResponseMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

// Longer than other files: most of it are options, each with its Javadoc.
/**
 * Reads run results over HTTP.
 *
 * <pre>{@code
 * try (var adapter = FeignRunResultsAdapter.builder().build()) {
 *   RunResults results = adapter.get(new SessionId("..."));
 * }
 * }</pre>
 *
 * <p>One instance serves a whole application: it is thread-safe and keeps connections open between
 * calls. A call is one request, which is never retried and follows no redirect, so that the API key
 * reaches the base URL's origin and no other. (One exception: the JDK's HTTP client sends a GET
 * once more by itself if the connection breaks before any of the response has come.) Every call
 * ends at its deadline, be it in connecting, waiting, reading or decoding, and answers over a
 * ceiling are refused.
 */
public final class FeignRunResultsAdapter implements RunResultsPort, AutoCloseable {
  private final Client transport;
  private final RunApi api;
  private final Duration deadline;
  private final ResponseMapper mapper;

  private FeignRunResultsAdapter(Builder from) {
    BaseUrl baseUrl = from.baseUrl();
    mapper = from.mapper.build();
    Supplier<ApiKey> apiKey = from.apiKey();
    transport =
        from.client == null ? from.transport(baseUrl, mapper) : new GuardedClient(from.client);
    String clientName = from.identified ? "java/" + Version.CURRENT : null;
    api = api(transport, new ApiTarget(baseUrl, apiKey, clientName));
    deadline = from.deadline;
  }

  private static RunApi api(Client client, ApiTarget target) {
    return Feign.builder()
        .client(client)
        .retryer(Retryer.NEVER_RETRY)
        .logLevel(Logger.Level.NONE)
        .target(target);
  }

  /** {@return a builder in which everything has a default, see its methods} */
  public static Builder builder() {
    return new Builder(System::getenv);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the adapter is closed
   */
  @Override
  public Optional<RunResults> find(SessionId sessionId) {
    Call call = new Call(sessionId, deadline);
    try (Response response = exchange(call)) {
      return response.body() instanceof KnownBody known
          ? mapper.map(
              sessionId,
              response.status(),
              known.headers()::firstValue,
              known.bytes(),
              call.deadline())
          : read(response, call);
    }
  }

  private Response exchange(Call call) {
    try {
      return api.find(call.sessionId().value(), call);
    } catch (FeignException failure) {
      throw TransportErrorMapper.translate(call, failure);
    }
  }

  /** Reads what a client of the caller's hands over; it has inflated the body already. */
  private Optional<RunResults> read(Response response, Call call) {
    try (InputStream body = new GuardedStream(response.body())) {
      return mapper.map(
          call.sessionId(),
          response.status(),
          name -> name.equals("Content-Encoding") ? Optional.empty() : header(response, name),
          body,
          call.deadline());
    } catch (IOException failure) {
      throw TransportErrorMapper.translate(call, failure);
    }
  }

  private static Optional<String> header(Response response, String name) {
    Collection<String> values = response.headers().getOrDefault(name, List.of());
    return values.stream().findFirst();
  }

  /**
   * Ends calls under way, which fail, and this adapter's own threads. An executor or client that
   * was passed in stays open. The JDK client's selector thread ends at once on Java 21 and later;
   * on Java 17 it ends once the garbage collector has been.
   */
  @Override
  public void close() {
    if (transport instanceof HttpTransport own) {
      own.close();
    }
  }

  /**
   * Configures an adapter. Only an API key is needed, and even that may come from the environment.
   * Not thread-safe.
   */
  public static final class Builder {
    private static final Duration LONGEST_DEADLINE = Duration.ofDays(1);

    private final Environment environment;
    private @Nullable Supplier<ApiKey> apiKey;
    private @Nullable String baseUrl;
    private Duration deadline = Duration.ofSeconds(30);
    private ResponseMapper.Builder mapper = ResponseMapper.builder();
    private boolean identified = true;
    private @Nullable ProxySelector proxy;
    private @Nullable SSLContext sslContext;
    private @Nullable Executor executor;
    private @Nullable Client client;

    Builder(Function<String, @Nullable String> environment) {
      this.environment = new Environment(environment);
    }

    /**
     * Sets the API key. By default it is read from {@code CLOUDCRUISE_API_KEY} when the adapter is
     * built.
     *
     * @param value the key
     * @return this builder
     */
    public Builder apiKey(ApiKey value) {
      Objects.requireNonNull(value, "apiKey");
      return apiKey(() -> value);
    }

    /**
     * Sets where each call gets the API key from, so that keys can be rotated.
     *
     * @param value asked once per call, by the calling thread; thread-safe; what it throws, the
     *     call throws
     * @return this builder
     */
    public Builder apiKey(Supplier<ApiKey> value) {
      this.apiKey = Objects.requireNonNull(value, "apiKey");
      return this;
    }

    /**
     * Sets the API's base URL. By default it is read from {@code CLOUDCRUISE_BASE_URL}, and where
     * that is not set it is {@code https://api.cloudcruise.com}.
     *
     * @param value an https URL, or an http URL of a loopback address; checked by {@link #build}
     * @return this builder
     */
    public Builder baseUrl(String value) {
      this.baseUrl = Objects.requireNonNull(value, "baseUrl");
      return this;
    }

    /**
     * Sets the API's base URL, as {@link #baseUrl(String)} does.
     *
     * @param value an https URL, or an http URL of a loopback address; checked by {@link #build}
     * @return this builder
     */
    public Builder baseUrl(URI value) {
      return baseUrl(value.toString());
    }

    /**
     * Sets how long a call may take, from connecting to decoding. By default 30 seconds.
     *
     * @param value positive, at most a day
     * @return this builder
     * @throws IllegalArgumentException if it is neither
     */
    public Builder deadline(Duration value) {
      if (value.isNegative() || value.isZero() || value.compareTo(LONGEST_DEADLINE) > 0) {
        throw new IllegalArgumentException(
            "the deadline must be positive and at most a day, is " + value);
      }
      this.deadline = value;
      return this;
    }

    /**
     * Sets how responses are read: ceilings, output reader, and who hears of drift and of the rate
     * limit.
     *
     * @param value changes the settings, of which each has a default; applied at once
     * @return this builder
     */
    public Builder responses(UnaryOperator<ResponseMapper.Builder> value) {
      this.mapper = Objects.requireNonNull(value.apply(mapper), "responses");
      return this;
    }

    /**
     * Sets whether requests say, in {@code X-CloudCruise-Client}, that this library sends them. By
     * default they do.
     *
     * @param value whether they do
     * @return this builder
     */
    public Builder identifyClient(boolean value) {
      this.identified = value;
      return this;
    }

    /**
     * Sets the proxy of the default transport. By default the JVM's.
     *
     * @param value chooses a proxy
     * @return this builder
     */
    public Builder proxy(ProxySelector value) {
      this.proxy = Objects.requireNonNull(value, "proxy");
      return this;
    }

    /**
     * Sets the TLS context of the default transport. By default the JVM's.
     *
     * @param value holds keys and trust
     * @return this builder
     */
    public Builder sslContext(SSLContext value) {
      this.sslContext = Objects.requireNonNull(value, "sslContext");
      return this;
    }

    /**
     * Sets the executor of the default transport. By default it has daemon threads of its own.
     *
     * @param value never shut down by the adapter
     * @return this builder
     */
    public Builder executor(Executor value) {
      this.executor = Objects.requireNonNull(value, "executor");
      return this;
    }

    /**
     * Replaces the default transport. What the adapter promises of the transport is then the
     * client's to keep: it must follow no redirect, or the API key may reach another host; it must
     * heed the timeouts that it is passed, for the deadline is only looked at between reads; and it
     * inflates bodies itself, so that the ceilings hold for what it hands over, not for the wire.
     *
     * @param value thread-safe; never closed by the adapter
     * @return this builder
     */
    public Builder client(Client value) {
      this.client = Objects.requireNonNull(value, "client");
      return this;
    }

    /**
     * Builds the adapter. Nothing is sent.
     *
     * @return the adapter
     * @throws IllegalArgumentException if the API key, the base URL or a ceiling is unusable; the
     *     message quotes neither key nor URL
     * @throws IllegalStateException if there is no API key, or if a proxy, TLS context or executor
     *     is set beside a client that would not use it
     */
    public FeignRunResultsAdapter build() {
      if (client != null && (proxy != null || sslContext != null || executor != null)) {
        throw new IllegalStateException(
            "proxy, TLS context and executor belong to the default transport: set them on the client");
      }
      return new FeignRunResultsAdapter(this);
    }

    private Supplier<ApiKey> apiKey() {
      if (apiKey != null) {
        return apiKey;
      }
      String value = environment.value("CLOUDCRUISE_API_KEY");
      if (value == null) {
        throw new IllegalStateException(
            "there is no API key: set CLOUDCRUISE_API_KEY or call apiKey(...)");
      }
      ApiKey key = ApiKey.of(value);
      return () -> key;
    }

    private BaseUrl baseUrl() {
      return environment.baseUrl(baseUrl);
    }

    private HttpTransport transport(BaseUrl url, ResponseMapper responses) {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(url.encrypted() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
      if (proxy != null) {
        builder.proxy(proxy);
      }
      if (sslContext != null) {
        builder.sslContext(sslContext);
      }
      return new HttpTransport(
          builder, executor, responses.maxResponseBytes(), responses.maxErrorBytes());
    }
  }
}
