package io.cloudcruise.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * A CloudCruise API inside this process, which answers {@code GET /run/{session_id}} on loopback.
 *
 * <p>The state to answer with is chosen by the request alone: by the session id (see {@link
 * #scenarios()}), or by one of the keys below that are refused whatever they ask for. The signed
 * artifact URLs in the responses lead back to the sandbox and work until they expire.
 *
 * <p>A run's time begins when the sandbox is first asked for it with a good key: from then on a
 * moving scenario goes through its statuses, measured by the sandbox's clock. A URL's lifetime is
 * counted from the response that hands it out, so asking again renews it; only the {@code large}
 * scenario counts from the first response. The first URLs of {@code renewed-artifacts} are refused.
 *
 * <p>Thread-safe. All its threads are daemons. Initialising this class sets the system property
 * {@code sun.net.httpserver.nodelay} to {@code true} unless it is set already.
 */
public final class Sandbox implements AutoCloseable {

  /** Reads every scenario. It protects nothing and may stand in any file. */
  public static final String API_KEY = "sk_sandbox_not_a_secret";

  /** Reads every scenario too, with a rate limiter of its own. */
  public static final String SECOND_API_KEY = "sk_sandbox_also_not_a_secret";

  /** Always answered with 403. */
  public static final String FORBIDDEN_KEY = "sk_sandbox_forbidden";

  /** Always answered with 402: the workspace has used up its browser hours. */
  public static final String USAGE_LIMIT_KEY = "sk_sandbox_usage_limit";

  /** Always answered with 429, whether or not limits are enforced. */
  public static final String RATE_LIMITED_KEY = "sk_sandbox_rate_limited";

  /** Always answered with 503. */
  public static final String UNAVAILABLE_KEY = "sk_sandbox_unavailable";

  /**
   * What the secrets of the {@code encrypted} scenario are encrypted under. It protects nothing.
   */
  public static final String ENCRYPTION_KEY =
      "eaeb6b6dd647bd693cdf13f164fb69746c3e4a9f936c51de38913bf6f89ceeac";

  /** The session id of the {@code demo} scenario: a success that shows every kind of result. */
  public static final String DEFAULT_RUN = "5a4db0c5-0000-4000-8000-000000000001";

  private static final String NODELAY = "sun.net.httpserver.nodelay";

  static {
    // The JDK's server sends headers and body apart. With Nagle's algorithm the body would wait
    // some 40 ms for the client's delayed acknowledgement of the headers. The server reads the
    // property once, when it is first used.
    if (System.getProperty(NODELAY) == null) {
      System.setProperty(NODELAY, "true");
    }
  }

  private final HttpServer server;
  private final URI baseUrl;
  private final ExecutorService workers;
  private final RequestLog requests = new RequestLog();

  Sandbox(SandboxBuilder options) throws IOException {
    server = HttpServer.create(new InetSocketAddress(loopback(), options.port), 0);
    int port = server.getAddress().getPort();
    baseUrl = URI.create("http://127.0.0.1:" + port);
    workers = Workers.daemons("cloudcruise-sandbox-" + port);
    server.setExecutor(workers);
    server.createContext("/", router(options));
    Workers.run(workers, server::start);
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  private Router router(SandboxBuilder options) {
    Clock clock = options.clock;
    ArtifactUrls urls = new ArtifactUrls(baseUrl);
    RateLimits limits =
        options.enforceRateLimits ? new RateLimits(options.rateLimits, clock) : null;
    RunApi runs = new RunApi(Catalogue.load(), urls, clock, limits);
    return new Router(requests, runs, new ArtifactApi(urls, clock));
  }

  /**
   * Start a sandbox on a free port, with the system clock and without rate limits.
   *
   * @return the running sandbox
   * @throws UncheckedIOException if no port can be bound
   */
  public static Sandbox start() {
    return builder().start();
  }

  /**
   * Start a sandbox on one port, with the system clock and without rate limits.
   *
   * @param port the port, or 0 for a free one
   * @return the running sandbox
   * @throws IllegalArgumentException if there can be no such port
   * @throws UncheckedIOException if the port cannot be bound
   */
  public static Sandbox start(int port) {
    return builder().port(port).start();
  }

  /**
   * Prepare a sandbox with other options.
   *
   * @return a builder with every option at its default
   */
  public static SandboxBuilder builder() {
    return new SandboxBuilder();
  }

  /**
   * List the states a sandbox can answer with.
   *
   * @return the scenarios, the one to try first at the head; unmodifiable
   */
  public static List<Scenario> scenarios() {
    return Catalogue.load().scenarios();
  }

  /**
   * Find one of the states by its name.
   *
   * @param name the scenario's name, such as {@code demo}
   * @return the scenario
   * @throws IllegalArgumentException if there is no scenario of that name
   */
  public static Scenario scenario(String name) {
    return scenarios().stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no scenario " + name));
  }

  /**
   * Say where to send requests.
   *
   * @return {@code http://127.0.0.1:PORT}, without a slash at the end
   */
  public URI baseUrl() {
    return baseUrl;
  }

  /**
   * List the newest requests received, artifacts and refused ones included.
   *
   * @return the last 1,000 requests at most, oldest first; unmodifiable
   */
  public List<RecordedRequest> requests() {
    return requests.newest();
  }

  /**
   * Count the requests received since the start.
   *
   * @return how many, those no longer listed included
   */
  public long requestCount() {
    return requests.count();
  }

  /** Stop at once, break open connections, and free the port. A second call does nothing. */
  @Override
  public void close() {
    server.stop(0);
    Workers.end(workers);
  }
}
