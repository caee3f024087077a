package io.cloudcruise.core.model;

import io.cloudcruise.core.internal.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A video of the browser. A run that was requeued has several, one for each try. Its timestamp is
 * about when it ends: the recording that shows an error is the first one whose timestamp is not
 * before the error's. Immutable.
 */
public final class Recording implements Artifact {
  private final @Nullable SignedUrl url;
  private final @Nullable Timestamp timestamp;
  private final @Nullable SessionId session;
  private final Map<String, JsonText> otherFields;

  private Recording(Builder from) {
    url = from.url;
    timestamp = from.timestamp;
    session = from.session;
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

  /** {@return the run that it shows; empty if not stated} */
  public Optional<SessionId> session() {
    return Optional.ofNullable(session);
  }

  @Override
  public Map<String, JsonText> otherFields() {
    return otherFields;
  }

  @Override
  public Recording withoutSignature() {
    return toBuilder().url(url().map(SignedUrl::withoutSignature).orElse(null)).build();
  }

  private List<@Nullable Object> components() {
    return Arrays.asList(url, timestamp, session, otherFields);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Recording that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** {@return the components, unprintable characters replaced, JSON and signatures left out} */
  @Override
  public String toString() {
    return Printable.of(
        "Recording[url=%s, timestamp=%s, session=%s, otherFields=%s]"
            .formatted(url(), timestamp(), session(), otherFields()));
  }

  /** Builds a recording. Not thread-safe. */
  public static final class Builder {
    private @Nullable SignedUrl url;
    private @Nullable Timestamp timestamp;
    private @Nullable SessionId session;
    private Map<String, JsonText> otherFields = Map.of();

    private Builder() {}

    private Builder(Recording from) {
      url = from.url;
      timestamp = from.timestamp;
      session = from.session;
      otherFields = from.otherFields;
    }

    /** {@return this builder, {@link Recording#url()} set; null if there is none} */
    public Builder url(@Nullable SignedUrl value) {
      url = value;
      return this;
    }

    /** {@return this builder, {@link Recording#timestamp()} set; null if there is none} */
    public Builder timestamp(@Nullable Timestamp value) {
      timestamp = value;
      return this;
    }

    /** {@return this builder, {@link Recording#session()} set; null if there is none} */
    public Builder session(@Nullable SessionId value) {
      session = value;
      return this;
    }

    /** {@return this builder, {@link Recording#otherFields()} set} */
    public Builder otherFields(Map<String, JsonText> value) {
      otherFields = Copies.ordered(value);
      return this;
    }

    /** {@return the value, which shares nothing that can change with this builder} */
    public Recording build() {
      return new Recording(this);
    }
  }
}
