package io.cloudcruise.artifact;

import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.core.port.ArtifactReceiver;
import io.cloudcruise.core.port.ArtifactRequest;
import io.cloudcruise.http.internal.BaseUrl;
import io.cloudcruise.http.internal.Environment;
import io.cloudcruise.http.internal.JdkClient;
import io.cloudcruise.http.internal.TransportErrors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Fetches artifacts over HTTP, with the JDK's client. It holds no API key and no cookies, and
 * nothing in a request says who sends it.
 *
 * <p>URLs are held to be hostile. It speaks https, on the usual port, with hosts whose addresses
 * are all public, and follows at most three redirects, each of which has to pass the same checks.
 * Where the API's own base URL is on loopback, as a sandbox's is, loopback is fine, and http on it;
 * {@link Builder#allowPrivateNetwork} allows addresses of one's own network.
 *
 * <p>A host's addresses are checked right before it is asked, and the JDK's client looks them up
 * again: it cannot be told an address. The JVM's cache of addresses, 30 seconds by default, makes
 * it all but certain that both see the same; the security property {@code networkaddress.cache.ttl}
 * should not be zero. Where they do not, what was connected to gets to see no request unless it has
 * a trusted certificate for the host's name.
 *
 * <p>Bytes are passed on as storage sends them, also where it has compressed them unasked, and a
 * bounded number of them at a time, however large the artifact is. Thread-safe.
 */
public final class HttpArtifactAdapter implements ArtifactPort, AutoCloseable {
  private final UrlPolicy targets;
  private final Duration maxWait;
  private final @Nullable ExecutorService ownExecutor;
  private final Set<ArtifactTransfer> underWay = ConcurrentHashMap.newKeySet();

  /** Null once closed, so that it can be collected: on Java 17 only that ends its selector. */
  private volatile @Nullable HttpClient client;

  private HttpArtifactAdapter(Builder from) {
    maxWait = from.maxWait;
    ownExecutor = from.executor == null ? JdkClient.threads("cloudcruise-artifacts") : null;
    client = from.client(ownExecutor);
    targets = from.targets();
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
  public void fetch(ArtifactRequest request, ArtifactReceiver receiver) {
    HttpClient open = client;
    if (open == null) {
      throw new IllegalStateException("the adapter is closed");
    }
    ArtifactTransfer transfer = new ArtifactTransfer(open, targets, request, maxWait);
    underWay.add(transfer);
    try {
      if (client == null) {
        transfer.breakOff();
      }
      transfer.run(receiver);
    } catch (InterruptedException woken) {
      Thread.currentThread().interrupt();
      throw new ArtifactException(Reason.INTERRUPTED, request.url(), "", null);
    } catch (IOException failure) {
      throw explained(failure, request);
    } finally {
      underWay.remove(transfer);
    }
  }

  private ArtifactException explained(IOException failure, ArtifactRequest request) {
    if (client == null) {
      return new ArtifactException(Reason.CLOSED, request.url(), "", null);
    }
    return new ArtifactException(
        reason(failure), request.url(), "", TransportErrors.of(failure).harmless());
  }

  private static Reason reason(IOException failure) {
    if (TransportErrors.of(failure).isNoHttp()) {
      return Reason.UNEXPECTED;
    }
    return switch (TransportErrors.of(failure).reason()) {
      case CANNOT_CONNECT -> Reason.UNREACHABLE;
      case NOT_TRUSTED -> Reason.NOT_TRUSTED;
      case SERVER_ERROR, CONNECTION_LOST, CLOSED -> Reason.BROKEN;
    };
  }

  /**
   * Ends fetches under way, which fail, and this adapter's own threads. An executor that was passed
   * in stays open. The JDK client's selector thread ends at once on Java 21 and later; on Java 17
   * it ends once the garbage collector has been.
   */
  @Override
  public void close() {
    HttpClient open = client;
    client = null;
    underWay.forEach(ArtifactTransfer::breakOff);
    if (ownExecutor != null) {
      ownExecutor.shutdownNow();
    }
    if (open != null) {
      JdkClient.shutDown(open);
    }
  }

  /** Configures an adapter. It takes no client, which might add cookies or credentials. */
  public static final class Builder {
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private final Environment environment;
    private @Nullable String baseUrl;
    private boolean privateNetwork;
    private Duration maxWait = Duration.ofSeconds(30);
    private @Nullable ProxySelector proxy;
    private @Nullable SSLContext sslContext;
    private @Nullable Executor executor;
    private UrlPolicy.Resolver resolver = InetAddress::getAllByName;

    Builder(Function<String, @Nullable String> environment) {
      this.environment = new Environment(environment);
    }

    /**
     * Sets the base URL of the API that hands the artifacts' URLs out: only if that is on loopback
     * may they be. By default it is found as the adapter for run results finds it.
     *
     * @param value an https URL, or an http URL of a loopback address; checked by {@link #build}
     * @return this builder
     */
    public Builder baseUrl(String value) {
      this.baseUrl = Objects.requireNonNull(value, "baseUrl");
      return this;
    }

    /**
     * Sets the base URL of the API, as {@link #baseUrl(String)} does.
     *
     * @param value an https URL, or an http URL of a loopback address; checked by {@link #build}
     * @return this builder
     */
    public Builder baseUrl(URI value) {
      return baseUrl(value.toString());
    }

    /**
     * Sets whether artifacts may come from addresses that are not public, over https on any port:
     * for those who keep them on storage of their own. By default they may not.
     *
     * @param value whether they may
     * @return this builder
     */
    public Builder allowPrivateNetwork(boolean value) {
      this.privateNetwork = value;
      return this;
    }

    /**
     * Sets how long storage may be silent before the connection counts as broken. By default 30
     * seconds.
     *
     * @param value positive
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public Builder maxWait(Duration value) {
      if (value.isNegative() || value.isZero()) {
        throw new IllegalArgumentException("the wait must be positive, is " + value);
      }
      this.maxWait = value;
      return this;
    }

    /**
     * Sets the proxy. By default the JVM's.
     *
     * @param value chooses a proxy
     * @return this builder
     */
    public Builder proxy(ProxySelector value) {
      this.proxy = Objects.requireNonNull(value, "proxy");
      return this;
    }

    /**
     * Sets the TLS context. By default the JVM's.
     *
     * @param value holds trust
     * @return this builder
     */
    public Builder sslContext(SSLContext value) {
      this.sslContext = Objects.requireNonNull(value, "sslContext");
      return this;
    }

    /**
     * Sets the executor. By default the adapter has daemon threads of its own.
     *
     * @param value never shut down by the adapter
     * @return this builder
     */
    public Builder executor(Executor value) {
      this.executor = Objects.requireNonNull(value, "executor");
      return this;
    }

    /** For tests, which cannot have names on loopback mean public addresses, or the other way. */
    Builder resolver(UrlPolicy.Resolver value) {
      this.resolver = value;
      return this;
    }

    /**
     * Builds the adapter. Nothing is sent.
     *
     * @return the adapter
     * @throws IllegalArgumentException if the base URL is unusable; it is not quoted
     */
    public HttpArtifactAdapter build() {
      return new HttpArtifactAdapter(this);
    }

    private HttpClient client(@Nullable Executor own) {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(CONNECTING)
              .version(HttpClient.Version.HTTP_1_1)
              .proxy(proxies());
      if (sslContext != null) {
        builder.sslContext(sslContext);
      }
      Executor threads = executor != null ? executor : own;
      return threads == null ? builder.build() : builder.executor(threads).build();
    }

    private ProxySelector proxies() {
      ProxySelector own = proxy != null ? proxy : ProxySelector.getDefault();
      return own != null ? own : HttpClient.Builder.NO_PROXY;
    }

    private UrlPolicy targets() {
      BaseUrl url = environment.baseUrl(baseUrl);
      return new UrlPolicy(url.loopback(), privateNetwork, resolver, proxies());
    }
  }
}
