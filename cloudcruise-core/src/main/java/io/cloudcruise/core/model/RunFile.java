package io.cloudcruise.core.model;

import io.cloudcruise.core.internal.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that the agent downloaded or made; its timestamp is when it was stored. Immutable. */
public final class RunFile implements Artifact {
  private final @Nullable SignedUrl url;
  private final @Nullable Timestamp timestamp;
  private final @Nullable String name;
  private final @Nullable JsonText metadata;
  private final Map<String, JsonText> otherFields;

  private RunFile(Builder from) {
    url = from.url;
    timestamp = from.timestamp;
    name = from.name;
    metadata = from.metadata;
    otherFields = from.otherFields;
  }

  /** {@return a builder of a value that has nothing yet} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts with all of these components} */
  public Builder toBuilder() {
    return new Builder(this);
  }

  @Override
  public Optional<SignedUrl> url() {
    return Optional.ofNullable(url);
  }

  @Override
  public Optional<Timestamp> timestamp() {
    return Optional.ofNullable(timestamp);
  }

  /** {@return its name on the platform, not checked: never use it as a path} */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /** {@return whatever the platform attached; empty if nothing was} */
  public Optional<JsonText> metadata() {
    return Optional.ofNullable(metadata);
  }

  @Override
  public Map<String, JsonText> otherFields() {
    return otherFields;
  }

  @Override
  public RunFile withoutSignature() {
    return toBuilder().url(url().map(SignedUrl::withoutSignature).orElse(null)).build();
  }

  private List<@Nullable Object> components() {
    return Arrays.asList(url, timestamp, name, metadata, otherFields);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RunFile that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** {@return the components, unprintable characters replaced, JSON and signatures left out} */
  @Override
  public String toString() {
    return Printable.of(
        "RunFile[url=%s, timestamp=%s, name=%s, metadata=%s, otherFields=%s]"
            .formatted(url(), timestamp(), name(), metadata(), otherFields()));
  }

  /** Builds a file. Not thread-safe. */
  public static final class Builder {
    private @Nullable SignedUrl url;
    private @Nullable Timestamp timestamp;
    private @Nullable String name;
    private @Nullable JsonText metadata;
    private Map<String, JsonText> otherFields = Map.of();

    private Builder() {}

    private Builder(RunFile from) {
      url = from.url;
      timestamp = from.timestamp;
      name = from.name;
      metadata = from.metadata;
      otherFields = from.otherFields;
    }

    /** {@return this builder, {@link RunFile#url()} set; null if there is none} */
    public Builder url(@Nullable SignedUrl value) {
      url = value;
      return this;
    }

    /** {@return this builder, {@link RunFile#timestamp()} set; null if there is none} */
    public Builder timestamp(@Nullable Timestamp value) {
      timestamp = value;
      return this;
    }

    /** {@return this builder, {@link RunFile#name()} set; null if there is none} */
    public Builder name(@Nullable String value) {
      name = value;
      return this;
    }

    /** {@return this builder, {@link RunFile#metadata()} set; null if there is none} */
    public Builder metadata(@Nullable JsonText value) {
      metadata = value;
      return this;
    }

    /** {@return this builder, {@link RunFile#otherFields()} set} */
    public Builder otherFields(Map<String, JsonText> value) {
      otherFields = Copies.ordered(value);
      return this;
    }

    /** {@return the value, which shares nothing that can change with this builder} */
    public RunFile build() {
      return new RunFile(this);
    }
  }
}
