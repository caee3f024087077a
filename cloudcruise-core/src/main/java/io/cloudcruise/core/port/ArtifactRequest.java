package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SignedUrl;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks storage for an artifact. It has no place for an API key, a cookie, or anything else that
 * authorises: the URL does that alone. Immutable.
 */
public final class ArtifactRequest {
  private final SignedUrl url;
  private final long from;
  private final @Nullable String version;
  private final long maxBytes;
  private final Duration deadline;

  private ArtifactRequest(Builder builder) {
    url = builder.url;
    from = builder.from;
    version = builder.version;
    maxBytes = builder.maxBytes;
    deadline = builder.deadline;
    require(from >= 0, "from must not be negative, is " + from);
    require(from == 0 || version != null, "the rest of an artifact needs its version");
    require(maxBytes > 0, "maxBytes must be positive, is " + maxBytes);
    require(
        !deadline.isNegative() && !deadline.isZero(), "deadline must be positive, is " + deadline);
  }

  /**
   * Starts with what is always there.
   *
   * @param url the URL that leads to the artifact
   * @return a builder of a value that has nothing else yet
   */
  public static Builder builder(SignedUrl url) {
    return new Builder(url);
  }

  /**
   * Asks for a whole artifact.
   *
   * @param url leads to it
   * @param maxBytes how large it may be
   * @param deadline how long the call may take
   * @return the request
   */
  public static ArtifactRequest whole(SignedUrl url, long maxBytes, Duration deadline) {
    return builder(url).maxBytes(maxBytes).deadline(deadline).build();
  }

  /** {@return a builder that starts with all of these components} */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** {@return the URL that leads to the artifact} */
  public SignedUrl url() {
    return url;
  }

  /** {@return how many bytes of it are there already, and need not be sent again} */
  public long from() {
    return from;
  }

  /** {@return what those bytes were a part of, in storage's words; empty if nothing is there} */
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  /** {@return how large the whole artifact may be, in bytes; 4 GiB unless set} */
  public long maxBytes() {
    return maxBytes;
  }

  /**
   * {@return how long the call may take, from connecting to the last byte; half an hour unless set}
   */
  public Duration deadline() {
    return deadline;
  }

  private static void require(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private List<@Nullable Object> components() {
    return Arrays.asList(url, from, version, maxBytes, deadline);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArtifactRequest that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "ArtifactRequest[url=%s, from=%s, version=%s, maxBytes=%s, deadline=%s]"
        .formatted(url, from, version(), maxBytes, deadline);
  }

  /** Builds a request. Not thread-safe. */
  public static final class Builder {
    private SignedUrl url;
    private long from;
    private @Nullable String version;
    private long maxBytes = 4L << 30;
    private Duration deadline = Duration.ofMinutes(30);

    private Builder(SignedUrl url) {
      this.url = Objects.requireNonNull(url, "url");
    }

    private Builder(ArtifactRequest original) {
      url = original.url;
      from = original.from;
      version = original.version;
      maxBytes = original.maxBytes;
      deadline = original.deadline;
    }

    /** {@return this builder, {@link ArtifactRequest#url()} set} */
    public Builder url(SignedUrl value) {
      url = Objects.requireNonNull(value, "url");
      return this;
    }

    /** {@return this builder, {@link ArtifactRequest#from()} set} */
    public Builder from(long value) {
      from = value;
      return this;
    }

    /** {@return this builder, {@link ArtifactRequest#version()} set; null if there is none} */
    public Builder version(@Nullable String value) {
      version = value;
      return this;
    }

    /** {@return this builder, {@link ArtifactRequest#maxBytes()} set} */
    public Builder maxBytes(long value) {
      maxBytes = value;
      return this;
    }

    /** {@return this builder, {@link ArtifactRequest#deadline()} set} */
    public Builder deadline(Duration value) {
      deadline = Objects.requireNonNull(value, "deadline");
      return this;
    }

    /**
     * Checks the figures.
     *
     * @return the request
     * @throws IllegalArgumentException if a figure is negative, there is no time, or it asks for
     *     the rest of it is not known what
     */
    public ArtifactRequest build() {
      return new ArtifactRequest(this);
    }
  }
}
