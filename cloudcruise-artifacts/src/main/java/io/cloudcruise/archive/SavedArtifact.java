package io.cloudcruise.archive;

import io.cloudcruise.core.artifact.ArtifactIdentity;
import io.cloudcruise.core.model.Artifact;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of an artifact: it is a file, or there is a reason why not.
 *
 * @param identity tells it from the run's others
 * @param artifact what the results say of it
 * @param file where it is; empty if it could not be had
 * @param failure why it could not be had, in words that hold no secret; empty if it was
 */
public record SavedArtifact(
    ArtifactIdentity identity,
    Artifact artifact,
    Optional<SavedFile> file,
    Optional<String> failure) {
  /**
   * Checks that it is one of the two.
   *
   * @throws IllegalArgumentException if it is both or neither
   */
  public SavedArtifact {
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(artifact, "artifact");
    if (file.isPresent() == failure.isPresent()) {
      throw new IllegalArgumentException("either a file or a failure");
    }
  }
}
