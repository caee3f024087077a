package io.cloudcruise.core.port;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What storage says of an artifact before its bytes. None of it is to be trusted. Immutable. */
public final class ArtifactHead {
  private final long from;
  private final @Nullable Long size;
  private final @Nullable String version;
  private final @Nullable String mediaType;

  private ArtifactHead(Builder builder) {
    from = builder.from;
    size = builder.size;
    version = builder.version;
    mediaType = builder.mediaType;
  }

  /** {@return a builder of a value that has nothing yet} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts with all of these components} */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * {@return the place in the artifact of the first byte that comes: as asked for, or zero if the
   * artifact comes anew}
   */
  public long from() {
    return from;
  }

  /** {@return how large the whole artifact is, in bytes; empty if not said} */
  public OptionalLong size() {
    return size == null ? OptionalLong.empty() : OptionalLong.of(size);
  }

  /**
   * {@return what tells it from other contents of the same URL; empty if nothing does, so that the
   * rest of it cannot be asked for}
   */
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  /** {@return its type, such as {@code image/png}; empty if not said} */
  public Optional<String> mediaType() {
    return Optional.ofNullable(mediaType);
  }

  private List<@Nullable Object> components() {
    return Arrays.asList(from, size, version, mediaType);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArtifactHead that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "ArtifactHead[from=%s, size=%s, version=%s, mediaType=%s]"
        .formatted(from, size(), version(), mediaType());
  }

  /** Builds a head. Not thread-safe. */
  public static final class Builder {
    private long from;
    private @Nullable Long size;
    private @Nullable String version;
    private @Nullable String mediaType;

    private Builder() {}

    private Builder(ArtifactHead original) {
      from = original.from;
      size = original.size;
      version = original.version;
      mediaType = original.mediaType;
    }

    /** {@return this builder, {@link ArtifactHead#from()} set} */
    public Builder from(long value) {
      from = value;
      return this;
    }

    /** {@return this builder, {@link ArtifactHead#size()} set; null if there is none} */
    public Builder size(@Nullable Long value) {
      size = value;
      return this;
    }

    /** {@return this builder, {@link ArtifactHead#version()} set; null if there is none} */
    public Builder version(@Nullable String value) {
      version = value;
      return this;
    }

    /** {@return this builder, {@link ArtifactHead#mediaType()} set; null if there is none} */
    public Builder mediaType(@Nullable String value) {
      mediaType = value;
      return this;
    }

    /** {@return the value, which shares nothing that can change with this builder} */
    public ArtifactHead build() {
      return new ArtifactHead(this);
    }
  }
}
