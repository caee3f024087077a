package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SignedUrl;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks storage for an artifact. It has no place for an API key, a cookie, or anything else that
 * authorises: the URL does that alone.
 *
 * @param url leads to the artifact
 * @param from how many bytes of it are there already, and need not be sent again
 * @param version what those bytes were a part of, in storage's words; empty if nothing is there
 * @param maxBytes how large the whole artifact may be
 * @param deadline how long the call may take, from connecting to the last byte
 */
public record ArtifactRequest(
    SignedUrl url, long from, Optional<String> version, long maxBytes, Duration deadline) {
  /**
   * Checks the figures.
   *
   * @throws IllegalArgumentException if a figure is negative, there is no time, or it asks for the
   *     rest of it is not known what
   */
  public ArtifactRequest {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(version, "version");
    require(from >= 0, "from must not be negative, is " + from);
    require(from == 0 || version.isPresent(), "the rest of an artifact needs its version");
    require(maxBytes > 0, "maxBytes must be positive, is " + maxBytes);
    require(
        !deadline.isNegative() && !deadline.isZero(), "deadline must be positive, is " + deadline);
  }

  private static void require(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
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
    return new ArtifactRequest(url, 0, Optional.empty(), maxBytes, deadline);
  }
}
