package io.cloudcruise.core.model;

import io.cloudcruise.core.internal.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the page at one step. A run's screenshots come in the order in which they were
 * taken. Immutable.
 */
public final class Screenshot implements Artifact {
  private final @Nullable SignedUrl url;
  private final @Nullable Timestamp timestamp;
  private final @Nullable String nodeName;
  private final @Nullable Boolean error;
  private final @Nullable Boolean fullLength;
  private final @Nullable Long retryIndex;
  private final @Nullable String nodeId;
  private final @Nullable String id;
  private final @Nullable JsonText metadata;
  private final Map<String, JsonText> otherFields;

  private Screenshot(Builder from) {
    url = from.url;
    timestamp = from.timestamp;
    nodeName = from.nodeName;
    error = from.error;
    fullLength = from.fullLength;
    retryIndex = from.retryIndex;
    nodeId = from.nodeId;
    id = from.id;
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

  /** {@return the workflow node it belongs to, as it is displayed} */
  public Optional<String> nodeName() {
    return Optional.ofNullable(nodeName);
  }

  /** {@return whether it shows an error; empty if not stated} */
  public Optional<Boolean> error() {
    return Optional.ofNullable(error);
  }

  /** {@return whether it shows the page beyond the window; empty if not stated} */
  public Optional<Boolean> fullLength() {
    return Optional.ofNullable(fullLength);
  }

  /** {@return in which try of the run it was taken, counted from zero; empty if not stated} */
  public OptionalLong retryIndex() {
    return retryIndex == null ? OptionalLong.empty() : OptionalLong.of(retryIndex);
  }

  /** {@return the id of the workflow node it belongs to; the platform mostly leaves it out} */
  public Optional<String> nodeId() {
    return Optional.ofNullable(nodeId);
  }

  /** {@return its own id; the platform mostly leaves it out} */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** {@return whatever the platform attached; empty if nothing was} */
  public Optional<JsonText> metadata() {
    return Optional.ofNullable(metadata);
  }

  @Override
  public Map<String, JsonText> otherFields() {
    return otherFields;
  }

  /** {@return whether it is stated to show an error} */
  public boolean showsError() {
    return error().orElse(false);
  }

  @Override
  public Screenshot withoutSignature() {
    return toBuilder().url(url().map(SignedUrl::withoutSignature).orElse(null)).build();
  }

  private List<@Nullable Object> components() {
    return Arrays.asList(
        url, timestamp, nodeName, error, fullLength, retryIndex, nodeId, id, metadata, otherFields);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Screenshot that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** {@return the components, unprintable characters replaced, JSON and signatures left out} */
  @Override
  public String toString() {
    return Printable.of(
        ("Screenshot[url=%s, timestamp=%s, nodeName=%s, error=%s, fullLength=%s, "
                + "retryIndex=%s, nodeId=%s, id=%s, metadata=%s, otherFields=%s]")
            .formatted(
                url(),
                timestamp(),
                nodeName(),
                error(),
                fullLength(),
                retryIndex(),
                nodeId(),
                id(),
                metadata(),
                otherFields()));
  }

  /** Builds a screenshot. Not thread-safe. */
  public static final class Builder {
    private @Nullable SignedUrl url;
    private @Nullable Timestamp timestamp;
    private @Nullable String nodeName;
    private @Nullable Boolean error;
    private @Nullable Boolean fullLength;
    private @Nullable Long retryIndex;
    private @Nullable String nodeId;
    private @Nullable String id;
    private @Nullable JsonText metadata;
    private Map<String, JsonText> otherFields = Map.of();

    private Builder() {}

    private Builder(Screenshot from) {
      url = from.url;
      timestamp = from.timestamp;
      nodeName = from.nodeName;
      error = from.error;
      fullLength = from.fullLength;
      retryIndex = from.retryIndex;
      nodeId = from.nodeId;
      id = from.id;
      metadata = from.metadata;
      otherFields = from.otherFields;
    }

    /** {@return this builder, {@link Screenshot#url()} set; null if there is none} */
    public Builder url(@Nullable SignedUrl value) {
      url = value;
      return this;
    }

    /** {@return this builder, {@link Screenshot#timestamp()} set; null if there is none} */
    public Builder timestamp(@Nullable Timestamp value) {
      timestamp = value;
      return this;
    }

    /** {@return this builder, {@link Screenshot#nodeName()} set; null if there is none} */
    public Builder nodeName(@Nullable String value) {
      nodeName = value;
      return this;
    }

    /** {@return this builder, {@link Screenshot#error()} set; null if there is none} */
    public Builder error(@Nullable Boolean value) {
      error = value;
      return this;
    }

    /** {@return this builder, {@link Screenshot#fullLength()} set; null if there is none} */
    public Builder fullLength(@Nullable Boolean value) {
      fullLength = value;
      return this;
    }

    /** {@return this builder, {@link Screenshot#retryIndex()} set; null if there is none} */
    public Builder retryIndex(@Nullable Long value) {
      retryIndex = value;
      return this;
    }

    /** {@return this builder, {@link Screenshot#nodeId()} set; null if there is none} */
    public Builder nodeId(@Nullable String value) {
      nodeId = value;
      return this;
    }

    /** {@return this builder, {@link Screenshot#id()} set; null if there is none} */
    public Builder id(@Nullable String value) {
      id = value;
      return this;
    }

    /** {@return this builder, {@link Screenshot#metadata()} set; null if there is none} */
    public Builder metadata(@Nullable JsonText value) {
      metadata = value;
      return this;
    }

    /** {@return this builder, {@link Screenshot#otherFields()} set} */
    public Builder otherFields(Map<String, JsonText> value) {
      otherFields = Copies.ordered(value);
      return this;
    }

    /** {@return the value, which shares nothing that can change with this builder} */
    public Screenshot build() {
      return new Screenshot(this);
    }
  }
}
