package io.cloudcruise.core.model;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that the agent downloaded or made.
 *
 * @param url where to fetch it
 * @param timestamp when it was stored
 * @param name its name on the platform, not checked: never use it as a path
 * @param metadata whatever the platform attached; empty if nothing was
 * @param otherFields see {@link Artifact#otherFields}
 */
public record RunFile(
    Optional<SignedUrl> url,
    Optional<Timestamp> timestamp,
    Optional<String> name,
    Optional<JsonText> metadata,
    Map<String, JsonText> otherFields)
    implements Artifact {
  public RunFile {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(timestamp, "timestamp");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(metadata, "metadata");
    otherFields = Copies.ordered(otherFields);
  }

  @Override
  public RunFile withoutSignature() {
    return new RunFile(
        url.map(SignedUrl::withoutSignature), timestamp, name, metadata, otherFields);
  }

  /** {@return the components, unprintable characters replaced, JSON and signatures left out} */
  @Override
  public String toString() {
    return Printable.of(
        "RunFile[url=%s, timestamp=%s, name=%s, metadata=%s, otherFields=%s]"
            .formatted(url, timestamp, name, metadata, otherFields));
  }
}
