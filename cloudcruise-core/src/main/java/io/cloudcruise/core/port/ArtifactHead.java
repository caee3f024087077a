package io.cloudcruise.core.port;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What storage says of an artifact before its bytes. None of it is to be trusted.
 *
 * @param from the place in the artifact of the first byte that comes: as asked for, or zero if the
 *     artifact comes anew
 * @param size how large the whole artifact is, in bytes; empty if not said
 * @param version tells it from other contents of the same URL; empty if nothing does, so that the
 *     rest of it cannot be asked for
 * @param mediaType its type, such as {@code image/png}; empty if not said
 */
public record ArtifactHead(
    long from, OptionalLong size, Optional<String> version, Optional<String> mediaType) {
  public ArtifactHead {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(mediaType, "mediaType");
  }
}
