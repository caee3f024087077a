package io.cloudcruise.core.model;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A picture of the page at one step. A run's screenshots come in the order in which they were
 * taken.
 *
 * @param url where to fetch it
 * @param timestamp when it was taken
 * @param nodeName the workflow node it belongs to, as it is displayed
 * @param error whether it shows an error; empty if not stated
 * @param fullLength whether it shows the page beyond the window; empty if not stated
 * @param retryIndex in which try of the run it was taken, counted from zero; empty if not stated
 * @param nodeId the workflow node it belongs to; the platform mostly leaves it out
 * @param id its own id; the platform mostly leaves it out
 * @param metadata whatever the platform attached
 * @param otherFields see {@link Artifact#otherFields}
 */
public record Screenshot(
    Optional<SignedUrl> url,
    Optional<Timestamp> timestamp,
    Optional<String> nodeName,
    Optional<Boolean> error,
    Optional<Boolean> fullLength,
    OptionalLong retryIndex,
    Optional<NodeId> nodeId,
    Optional<ScreenshotId> id,
    Optional<JsonText> metadata,
    Map<String, JsonText> otherFields)
    implements Artifact {
  public Screenshot {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(timestamp, "timestamp");
    Objects.requireNonNull(nodeName, "nodeName");
    Objects.requireNonNull(error, "error");
    Objects.requireNonNull(fullLength, "fullLength");
    Objects.requireNonNull(retryIndex, "retryIndex");
    Objects.requireNonNull(nodeId, "nodeId");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(metadata, "metadata");
    otherFields = Copies.ordered(otherFields);
  }

  /** {@return whether it is stated to show an error} */
  public boolean showsError() {
    return error.orElse(false);
  }

  @Override
  public Screenshot withoutSignature() {
    return new Screenshot(
        url.map(SignedUrl::withoutSignature),
        timestamp,
        nodeName,
        error,
        fullLength,
        retryIndex,
        nodeId,
        id,
        metadata,
        otherFields);
  }

  /** {@return the components, unprintable characters replaced, JSON and signatures left out} */
  @Override
  public String toString() {
    return Printable.of(
        ("Screenshot[url=%s, timestamp=%s, nodeName=%s, error=%s, fullLength=%s, "
                + "retryIndex=%s, nodeId=%s, id=%s, metadata=%s, otherFields=%s]")
            .formatted(
                url,
                timestamp,
                nodeName,
                error,
                fullLength,
                retryIndex,
                nodeId,
                id,
                metadata,
                otherFields));
  }
}
