package io.cloudcruise.core.artifact;

import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.core.port.ArtifactReceiver;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.core.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Fetches the artifacts of one run, whole.
 *
 * <p>A URL that has expired, by what the platform stated or because storage refuses it, is renewed
 * by retrieving the run again, once for each artifact; what is fetched then is the artifact of the
 * same {@linkplain ArtifactIdentity identity}. Where a connection breaks, the rest is asked for, or
 * all of it where storage cannot tell whether it is still the same. Bytes are counted and digested
 * as they pass; none are kept. Thread-safe.
 */
public final class RunArtifacts {
  private final Builder options;
  private final Map<ArtifactIdentity, Artifact> artifacts;
  private final FreshUrls urls;

  private RunArtifacts(Builder options) {
    this.options = options;
    this.artifacts = ArtifactIdentity.in(options.results);
    this.urls = new FreshUrls(options.results, options.runs);
  }

  /**
   * Starts from the results of a run.
   *
   * @param results name the artifacts
   * @param runs retrieves the run again when URLs have expired
   * @param artifacts fetches
   * @return a builder with every option at its default
   */
  public static Builder builder(RunResults results, RunResultsPort runs, ArtifactPort artifacts) {
    return new Builder(results, runs, artifacts);
  }

  /** {@return the artifacts that the results name, in their order; unmodifiable} */
  public Map<ArtifactIdentity, Artifact> all() {
    return artifacts;
  }

  /**
   * Fetches one artifact.
   *
   * @param which one of {@link #all}
   * @param receiver takes the bytes, on the calling thread; what it throws, this throws
   * @return what is known of it once it is whole
   * @throws ArtifactException if it cannot be had
   * @throws RunResultsException if its URL had to be renewed and the run could not be retrieved
   */
  public FetchedArtifact fetch(ArtifactIdentity which, ArtifactReceiver receiver) {
    return new Fetch(options, urls, which, receiver).run();
  }

  /** Options. Not thread-safe. */
  public static final class Builder {
    final RunResults results;
    final RunResultsPort runs;
    final ArtifactPort artifacts;
    RetryPolicy policy = RetryPolicy.STANDARD;
    Duration deadline = Duration.ofMinutes(30);
    long maxBytes = 4L << 30;
    Timer timer = new SystemTimer();
    Clock clock = Clock.systemUTC();
    RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

    private Builder(RunResults results, RunResultsPort runs, ArtifactPort artifacts) {
      this.results = Objects.requireNonNull(results, "results");
      this.runs = Objects.requireNonNull(runs, "runs");
      this.artifacts = Objects.requireNonNull(artifacts, "artifacts");
    }

    private Builder(Builder from) {
      this(from.results, from.runs, from.artifacts);
      policy = from.policy;
      deadline = from.deadline;
      maxBytes = from.maxBytes;
      timer = from.timer;
      clock = from.clock;
      random = from.random;
    }

    /**
     * Sets how many attempts in a row may bring nothing new, and how long to wait between them.
     *
     * @param value the policy; {@link RetryPolicy#STANDARD} by default
     * @return this builder
     */
    public Builder policy(RetryPolicy value) {
      policy = Objects.requireNonNull(value, "policy");
      return this;
    }

    /**
     * Sets how long one artifact may take, all attempts included.
     *
     * @param value positive; 30 minutes by default
     * @return this builder
     */
    public Builder deadline(Duration value) {
      if (value.isNegative() || value.isZero()) {
        throw new IllegalArgumentException("the deadline must be positive, is " + value);
      }
      deadline = value;
      return this;
    }

    /**
     * Sets how large one artifact may be.
     *
     * @param value bytes; 4 GiB by default
     * @return this builder
     */
    public Builder maxBytes(long value) {
      if (value <= 0) {
        throw new IllegalArgumentException("maxBytes must be positive, is " + value);
      }
      maxBytes = value;
      return this;
    }

    /**
     * Sets what measures time between attempts.
     *
     * @param value the timer; the machine's by default
     * @return this builder
     */
    public Builder timer(Timer value) {
      timer = Objects.requireNonNull(value, "timer");
      return this;
    }

    /**
     * Sets the clock that expiries are held against.
     *
     * @param value the clock; the system's by default
     * @return this builder
     */
    public Builder clock(Clock value) {
      clock = Objects.requireNonNull(value, "clock");
      return this;
    }

    /**
     * Sets where randomness comes from.
     *
     * @param value thread-safe
     * @return this builder
     */
    public Builder random(RandomGenerator value) {
      random = Objects.requireNonNull(value, "random");
      return this;
    }

    /** {@return the artifacts of the run} */
    public RunArtifacts build() {
      return new RunArtifacts(new Builder(this));
    }
  }
}
