package io.cloudcruise.archive;

import io.cloudcruise.core.model.RunResults;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A run as its archive holds it.
 *
 * @param directory the archive's directory, absolute
 * @param results what the run left behind, as {@code results.json} holds it: secrets masked, and
 *     URLs cut down to what opens nothing
 * @param artifacts what became of each artifact that was asked for, in the order of the results
 */
public record SavedRun(Path directory, RunResults results, List<SavedArtifact> artifacts) {
  static final String NOT_SAVED = "it has not been saved";

  public SavedRun {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(results, "results");
    artifacts = List.copyOf(artifacts);
  }

  /** {@return the artifacts that could not be had} */
  public List<SavedArtifact> missing() {
    return artifacts.stream().filter(artifact -> artifact.failure().isPresent()).toList();
  }
}
