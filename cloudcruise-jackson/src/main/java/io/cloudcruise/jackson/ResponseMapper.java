package io.cloudcruise.jackson;

import io.cloudcruise.core.model.OutputReader;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.core.port.RateLimitListener;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

// Longer than other files: half of it are options, each with its Javadoc.
/**
 * Maps the HTTP response to {@code GET /run/{session_id}} to what {@code RunResultsPort} promises:
 * results, absence, or the exception that tells the caller what to do. An adapter over any HTTP
 * client sends the request and leaves the rest to this class.
 *
 * <table>
 * <caption>What a response becomes</caption>
 * <tr><th>status</th><th>result</th></tr>
 * <tr><td>2xx with the results of the run asked for</td><td>the results</td></tr>
 * <tr><td>404</td><td>empty</td></tr>
 * <tr><td>401, 403</td><td>{@code AccessDeniedException}</td></tr>
 * <tr><td>402</td><td>{@code UsageLimitExceededException}</td></tr>
 * <tr><td>429</td><td>{@code RateLimitedException}</td></tr>
 * <tr><td>408, 421, 425, 5xx</td><td>{@code UnavailableException}</td></tr>
 * <tr><td>another 4xx</td><td>{@code InvalidRequestException}</td></tr>
 * <tr><td>anything else</td><td>{@code ContractViolationException}</td></tr>
 * </table>
 *
 * <p>{@code Retry-After} is read as seconds, with or without decimals, or as an HTTP date (RFC
 * 9110, 10.2.3). A body in gzip is inflated if {@code Content-Encoding} says that it is one, so an
 * HTTP client that inflates bodies itself must not hand that header on. The ceilings hold for the
 * body as given and again for what it inflates to. Immutable and thread-safe.
 */
public final class ResponseMapper {
  private static final byte[] NOTHING = {};

  private final Limits limits;
  private final ResponseDecoder decoder;
  private final StatusMapper statuses;
  private final RateLimitHeaders rateLimit;

  private ResponseMapper(Builder from) {
    limits = from.limits();
    decoder = new ResponseDecoder(limits, from.outputReader(limits), from.driftListener);
    statuses = new StatusMapper(Json.factory(limits), from.clock);
    rateLimit = new RateLimitHeaders(from.rateLimitListener, from.clock);
  }

  /** {@return a builder in which everything has a default, see its methods} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Maps a response whose body is at hand.
   *
   * @param requested the run asked for
   * @param status the HTTP status
   * @param headers gives the first value of a header by its name, in whatever case; empty if the
   *     response does not have it
   * @param body the body, empty for none; kept, and not to be changed afterwards
   * @param deadline when decoding has to be over
   * @return the results; empty if the platform knows no such run
   * @throws RunResultsException if the response is neither; the type says what can be done
   */
  public Optional<RunResults> map(
      SessionId requested,
      int status,
      Function<String, Optional<String>> headers,
      byte[] body,
      Deadline deadline) {
    ResponseContext context = new ResponseContext(requested, status, deadline);
    rateLimit.hear(headers);
    if (HttpStatus.isSuccess(status)) {
      requireWithin(limits.responseBytes(), body, context);
      return Optional.of(decoded(headers, body, context));
    }
    return absentOr(headers, body.length > limits.errorBytes() ? NOTHING : body, context);
  }

  /**
   * Maps a response whose body is still to be read. Of an error response the body is only asked for
   * details: whatever becomes of it, the status decides.
   *
   * @param requested the run asked for
   * @param status the HTTP status
   * @param headers gives the first value of a header by its name, in whatever case; empty if the
   *     response does not have it
   * @param body the body; read up to the ceiling and the deadline, not closed
   * @param deadline when reading and decoding have to be over; looked at between reads
   * @return the results; empty if the platform knows no such run
   * @throws IOException if the body of a successful response cannot be read
   * @throws RunResultsException if the response is neither; the type says what can be done
   */
  public Optional<RunResults> map(
      SessionId requested,
      int status,
      Function<String, Optional<String>> headers,
      InputStream body,
      Deadline deadline)
      throws IOException {
    ResponseContext context = new ResponseContext(requested, status, deadline);
    rateLimit.hear(headers);
    if (HttpStatus.isSuccess(status)) {
      return Optional.of(decoded(headers, read(body, context), context));
    }
    byte[] hint = status == HttpStatus.NOT_FOUND ? NOTHING : hint(body, context);
    return absentOr(headers, hint, context);
  }

  private RunResults decoded(
      Function<String, Optional<String>> headers, byte[] body, ResponseContext context) {
    Optional<String> coding = headers.apply("Content-Encoding");
    byte[] json = ContentCoding.results(coding, body, limits.responseBytes(), context);
    return decoder.decode(json, context);
  }

  private Optional<RunResults> absentOr(
      Function<String, Optional<String>> headers, byte[] body, ResponseContext context) {
    if (context.status() == HttpStatus.NOT_FOUND) {
      return Optional.empty();
    }
    Optional<String> coding = headers.apply("Content-Encoding");
    throw statuses.translate(
        context.asked().orElseThrow(),
        context.status(),
        headers.apply("Retry-After"),
        ContentCoding.hint(coding, body, limits.errorBytes(), context));
  }

  private static void requireWithin(int ceiling, byte[] body, ResponseContext context) {
    if (body.length > ceiling) {
      throw context.violation("", "at most " + ceiling + " bytes", "more");
    }
  }

  private byte[] read(InputStream body, ResponseContext context) throws IOException {
    int ceiling = limits.responseBytes();
    return BoundedBytes.read(body, ceiling, () -> context.checkTime(Phase.READING_RESPONSE))
        .orElseThrow(() -> context.violation("", "at most " + ceiling + " bytes", "more"));
  }

  private byte[] hint(InputStream body, ResponseContext context) {
    try {
      return BoundedBytes.read(
              body, limits.errorBytes(), () -> context.checkTime(Phase.READING_RESPONSE))
          .orElse(NOTHING);
    } catch (IOException | RuntimeException unreadable) {
      return NOTHING;
    }
  }

  /** {@return how many bytes the body of a successful response may have, and again inflated} */
  public int maxResponseBytes() {
    return limits.responseBytes();
  }

  /** {@return up to how many bytes the body of an error response is looked at} */
  public int maxErrorBytes() {
    return limits.errorBytes();
  }

  /** Options. Not thread-safe. */
  public static final class Builder {
    private int maxResponseBytes = Limits.DEFAULT.responseBytes();
    private int maxErrorBytes = Limits.DEFAULT.errorBytes();
    private int maxJsonDepth = Limits.DEFAULT.jsonDepth();
    private int maxStringLength = Limits.DEFAULT.stringLength();
    private long maxTokens = Limits.DEFAULT.tokens();
    private @Nullable OutputReader outputReader;
    private DriftListener driftListener = DriftListener.NONE;
    private RateLimitListener rateLimitListener = RateLimitListener.NONE;
    private Clock clock = Clock.systemUTC();

    private Builder() {}

    /**
     * Sets how large a response may be, as it is given and again when it is inflated. By default 64
     * MiB.
     *
     * @param value bytes
     * @return this builder
     */
    public Builder maxResponseBytes(int value) {
      maxResponseBytes = value;
      return this;
    }

    /**
     * Sets up to which size the body of an error response is looked at for details. By default 64
     * KiB.
     *
     * @param value bytes
     * @return this builder
     */
    public Builder maxErrorBytes(int value) {
      maxErrorBytes = value;
      return this;
    }

    /**
     * Sets how deep the JSON of a response may be nested. By default 100.
     *
     * @param value levels
     * @return this builder
     */
    public Builder maxJsonDepth(int value) {
      maxJsonDepth = value;
      return this;
    }

    /**
     * Sets how long a string in a response may be. By default 16 Mi.
     *
     * @param value characters
     * @return this builder
     */
    public Builder maxStringLength(int value) {
      maxStringLength = value;
      return this;
    }

    /**
     * Sets how many JSON tokens a response may have. By default 20 million.
     *
     * @param value tokens
     * @return this builder
     */
    public Builder maxTokens(long value) {
      maxTokens = value;
      return this;
    }

    /**
     * Sets what the results read their output with. By default {@link RunResultsJson#outputReader}.
     *
     * @param value thread-safe
     * @return this builder
     */
    public Builder outputReader(OutputReader value) {
      outputReader = Objects.requireNonNull(value, "outputReader");
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
     * Sets who hears what the platform says about its rate limit. By default nobody.
     *
     * @param value thread-safe
     * @return this builder
     */
    public Builder rateLimitListener(RateLimitListener value) {
      rateLimitListener = Objects.requireNonNull(value, "rateLimitListener");
      return this;
    }

    /**
     * Sets the clock that dates in headers are compared with. By default the system's.
     *
     * @param value says what time it is
     * @return this builder
     */
    public Builder clock(Clock value) {
      clock = Objects.requireNonNull(value, "clock");
      return this;
    }

    /**
     * Builds the mapper.
     *
     * @return the mapper
     * @throws IllegalArgumentException if a ceiling is not positive, or is one on bytes and more
     *     than a gibibyte
     */
    public ResponseMapper build() {
      return new ResponseMapper(this);
    }

    private Limits limits() {
      return new Limits(maxResponseBytes, maxErrorBytes, maxJsonDepth, maxStringLength, maxTokens);
    }

    private OutputReader outputReader(Limits limits) {
      return outputReader != null ? outputReader : new JacksonOutputReader(limits, List.of());
    }
  }
}
