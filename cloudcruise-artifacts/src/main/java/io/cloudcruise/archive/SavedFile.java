package io.cloudcruise.archive;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An artifact as a file of an archive.
 *
 * @param path where it is in the archive's directory, with {@code /} between names
 * @param source where it was fetched from, without what authorises
 * @param size how many bytes it has
 * @param sha256 the SHA-256 of these bytes, in lower-case hexadecimal
 * @param mediaType its type according to storage, which is not to be trusted; empty if not said
 * @param savedAt when it was saved
 */
public record SavedFile(
    String path,
    String source,
    long size,
    String sha256,
    Optional<String> mediaType,
    Instant savedAt) {
  public SavedFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(savedAt, "savedAt");
  }
}
