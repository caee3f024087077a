package io.cloudcruise.core.artifact;

import io.cloudcruise.core.model.SignedUrl;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an artifact once all of it has come.
 *
 * @param url where it came from, in the end
 * @param size how many bytes it has
 * @param sha256 the SHA-256 of these bytes, in lower-case hexadecimal
 * @param mediaType its type according to storage, which is not to be trusted; empty if not said
 */
public record FetchedArtifact(SignedUrl url, long size, String sha256, Optional<String> mediaType) {
  public FetchedArtifact {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(mediaType, "mediaType");
  }
}
