package io.cloudcruise.client;

import io.cloudcruise.archive.RunArchive;
import io.cloudcruise.artifact.HttpArtifactAdapter;
import io.cloudcruise.core.model.OutputReader;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import io.cloudcruise.core.ratelimit.RateLimitedRunResults;
import io.cloudcruise.core.ratelimit.RateWindow;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.retry.RetryingRunResults;
import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.core.time.Timer;
import io.cloudcruise.core.wait.DurationStatistics;
import io.cloudcruise.core.wait.RunWaiter;
import io.cloudcruise.core.wait.WaitListener;
import io.cloudcruise.core.wait.WaitOutcome;
import io.cloudcruise.core.wait.WaitPolicy;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.jackson.RunResultsJson;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

// Longer than other files: most of it are options, each with its Javadoc.
/**
 * Reads what the runs of one CloudCruise workspace produced.
 *
 * <pre>{@code
 * try (CloudCruise cloudCruise = CloudCruise.connect()) {
 *   RunResults now = cloudCruise.runs().get(id);
 *   RunResults ended = cloudCruise.await(id, Duration.ofMinutes(30)).results();
 *   Invoices invoices = ended.output().orElseThrow().as(Invoices.class);
 * }
 * }</pre>
 *
 * <p>Behind it an adapter sends one request for each call, a rate limiter gives one permit for each
 * request, and retries are made around both; the waiter and the archive use the same adapter and
 * the same rate limiter. One instance serves a whole application: it is thread-safe and keeps
 * connections open between calls.
 */
public final class CloudCruise implements AutoCloseable {
  private final SystemTimer ownTimer = new SystemTimer();
  private final FeignRunResultsAdapter adapter;
  private final HttpArtifactAdapter artifacts;
  private final RunResultsPort runs;
  private final RunWaiter waiter;
  private final RunArchive archive;

  private CloudCruise(Builder from) {
    Timer timer = from.timer == null ? ownTimer : from.timer;
    RateLimiter limiter =
        from.rateLimiter == null
            ? new LocalRateLimiter(RateWindow.DOCUMENTED, timer)
            : from.rateLimiter;
    adapter = from.adapter(limiter);
    artifacts = from.artifacts();
    RunResultsPort limited =
        RateLimitedRunResults.builder(adapter).rateLimiter(limiter).timer(timer).build();
    runs = RetryingRunResults.builder(limited).policy(from.retry).timer(timer).build();
    waiter =
        RunWaiter.builder(limited)
            .listener(from.waitListener)
            .statistics(from.statistics)
            .timer(timer)
            .build();
    archive = RunArchive.builder(runs, artifacts).build();
  }

  /**
   * Connects with what the environment says: the API key in {@code CLOUDCRUISE_API_KEY}, and the
   * base URL in {@code CLOUDCRUISE_BASE_URL} if it is not the platform's own. Nothing is sent.
   *
   * @return the client
   * @throws IllegalStateException if there is no API key
   * @throws IllegalArgumentException if the API key or the base URL is unusable; neither is quoted
   */
  public static CloudCruise connect() {
    return builder().build();
  }

  /** {@return a builder in which everything has a default, see its methods} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the port to read results through, with retries and rate limiter} */
  public RunResultsPort runs() {
    return runs;
  }

  /** {@return the port to fetch artifacts through} */
  public ArtifactPort artifacts() {
    return artifacts;
  }

  /** {@return what waits for runs, few or thousands, without a thread for each} */
  public RunWaiter waiter() {
    return waiter;
  }

  /** {@return what saves runs and their artifacts as files} */
  public RunArchive archive() {
    return archive;
  }

  /**
   * Waits for a run to end, half an hour at most, and holds the calling thread meanwhile.
   *
   * @param sessionId names the run
   * @return how the wait ended; {@link WaitOutcome#results} gives the results of the run, or an
   *     exception that says what to do if it has not ended
   * @throws RunResultsException if the platform cannot be asked, and asking again cannot help
   */
  public WaitOutcome await(SessionId sessionId) {
    return waiter.await(sessionId);
  }

  /**
   * Waits for a run to end, and holds the calling thread meanwhile.
   *
   * @param sessionId names the run
   * @param timeout how long to wait at most
   * @return how the wait ended; {@link WaitOutcome#results} gives the results of the run, or an
   *     exception that says what to do if it has not ended
   * @throws RunResultsException if the platform cannot be asked, and asking again cannot help
   */
  public WaitOutcome await(SessionId sessionId, Duration timeout) {
    return waiter.await(sessionId, timeout);
  }

  /**
   * Waits for a run to end, and holds the calling thread meanwhile.
   *
   * @param sessionId names the run
   * @param policy how to wait
   * @return how the wait ended; {@link WaitOutcome#results} gives the results of the run, or an
   *     exception that says what to do if it has not ended
   * @throws RunResultsException if the platform cannot be asked, and asking again cannot help
   */
  public WaitOutcome await(SessionId sessionId, WaitPolicy policy) {
    return waiter.await(sessionId, policy);
  }

  /**
   * Waits for a run to end without a thread.
   *
   * @param sessionId names the run
   * @param policy how to wait
   * @return completes with what {@link #await(SessionId, WaitPolicy)} returns or throws; to cancel
   *     it gives the wait up
   */
  public CompletableFuture<WaitOutcome> start(SessionId sessionId, WaitPolicy policy) {
    return waiter.start(sessionId, policy);
  }

  /** Ends waits, calls and fetches under way, which fail, and all threads that it started. */
  @Override
  public void close() {
    waiter.close();
    ownTimer.close();
    adapter.close();
    artifacts.close();
  }

  /** Settings. Only an API key is needed, and even that may come from the environment. */
  public static final class Builder {
    private @Nullable Supplier<ApiKey> apiKey;
    private @Nullable String baseUrl;
    private @Nullable Duration deadline;
    private @Nullable ProxySelector proxy;
    private @Nullable SSLContext sslContext;
    private OutputReader outputReader = RunResultsJson.outputReader();
    private RetryPolicy retry = RetryPolicy.STANDARD;
    private @Nullable RateLimiter rateLimiter;
    private DriftListener driftListener = DriftListener.NONE;
    private WaitListener waitListener = WaitListener.NONE;
    private DurationStatistics statistics = new DurationStatistics();
    private @Nullable Timer timer;

    private Builder() {}

    /**
     * Sets the API key. By default it is read from {@code CLOUDCRUISE_API_KEY}.
     *
     * @param value the key as the platform issued it
     * @return this builder
     * @throws IllegalArgumentException if it can be no key; it is not quoted
     */
    public Builder apiKey(String value) {
      ApiKey key = ApiKey.of(value);
      apiKey = () -> key;
      return this;
    }

    /**
     * Sets where each call gets the API key from, so that keys can be rotated.
     *
     * @param value asked once per call, by the calling thread; thread-safe
     * @return this builder
     */
    public Builder apiKey(Supplier<String> value) {
      Objects.requireNonNull(value, "apiKey");
      apiKey = () -> ApiKey.of(value.get());
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
      baseUrl = Objects.requireNonNull(value, "baseUrl");
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
     * Sets how long one request may take, from connecting to decoding. By default 30 seconds.
     *
     * @param value positive, at most a day; checked by {@link #build}
     * @return this builder
     */
    public Builder deadline(Duration value) {
      deadline = Objects.requireNonNull(value, "deadline");
      return this;
    }

    /**
     * Sets the proxy. By default the JVM's.
     *
     * @param value chooses a proxy
     * @return this builder
     */
    public Builder proxy(ProxySelector value) {
      proxy = Objects.requireNonNull(value, "proxy");
      return this;
    }

    /**
     * Sets the TLS context. By default the JVM's.
     *
     * @param value holds keys and trust
     * @return this builder
     */
    public Builder sslContext(SSLContext value) {
      sslContext = Objects.requireNonNull(value, "sslContext");
      return this;
    }

    /**
     * Sets what reads the output of runs. By default {@link RunResultsJson#outputReader}.
     *
     * @param value thread-safe
     * @return this builder
     */
    public Builder outputReader(OutputReader value) {
      outputReader = Objects.requireNonNull(value, "outputReader");
      return this;
    }

    /**
     * Sets whether and when a failed request is sent again. Waits are patient whatever this says.
     *
     * @param value the policy; {@link RetryPolicy#STANDARD} by default
     * @return this builder
     */
    public Builder retry(RetryPolicy value) {
      retry = Objects.requireNonNull(value, "retry");
      return this;
    }

    /**
     * Sets what gives the permits. Give all that use one API key the same one.
     *
     * @param value the rate limiter; by default one of the documented limits for this client alone
     * @return this builder
     */
    public Builder rateLimiter(RateLimiter value) {
      rateLimiter = Objects.requireNonNull(value, "rateLimiter");
      return this;
    }

    /**
     * Sets who hears of what this version does not know. By default nobody.
     *
     * @param value thread-safe
     * @return this builder
     */
    public Builder driftListener(DriftListener value) {
      driftListener = Objects.requireNonNull(value, "driftListener");
      return this;
    }

    /**
     * Sets who hears how waits go on. By default nobody.
     *
     * @param value thread-safe
     * @return this builder
     */
    public Builder waitListener(WaitListener value) {
      waitListener = Objects.requireNonNull(value, "waitListener");
      return this;
    }

    /**
     * Sets what is known of how long runs take, which waits add to.
     *
     * @param value the statistics; by default nothing is known yet
     * @return this builder
     */
    public Builder statistics(DurationStatistics value) {
      statistics = Objects.requireNonNull(value, "statistics");
      return this;
    }

    /**
     * Sets where time comes from, so that tests need not wait.
     *
     * @param value the timer, which is not closed with the client; the machine's by default
     * @return this builder
     */
    public Builder timer(Timer value) {
      timer = Objects.requireNonNull(value, "timer");
      return this;
    }

    /**
     * Builds the client. Nothing is sent.
     *
     * @return the client
     * @throws IllegalStateException if there is no API key
     * @throws IllegalArgumentException if a setting is unusable; neither key nor URL is quoted
     */
    public CloudCruise build() {
      return new CloudCruise(this);
    }

    private FeignRunResultsAdapter adapter(RateLimiter limiter) {
      FeignRunResultsAdapter.Builder builder =
          FeignRunResultsAdapter.builder()
              .responses(
                  responses ->
                      responses
                          .outputReader(outputReader)
                          .driftListener(driftListener)
                          .rateLimitListener(limiter::observe));
      whereSet(apiKey, builder::apiKey);
      whereSet(baseUrl, builder::baseUrl);
      whereSet(deadline, builder::deadline);
      whereSet(proxy, builder::proxy);
      whereSet(sslContext, builder::sslContext);
      return builder.build();
    }

    private HttpArtifactAdapter artifacts() {
      HttpArtifactAdapter.Builder builder = HttpArtifactAdapter.builder();
      whereSet(baseUrl, builder::baseUrl);
      whereSet(proxy, builder::proxy);
      whereSet(sslContext, builder::sslContext);
      return builder.build();
    }

    private static <T> void whereSet(@Nullable T value, Consumer<T> setting) {
      if (value != null) {
        setting.accept(value);
      }
    }
  }
}
