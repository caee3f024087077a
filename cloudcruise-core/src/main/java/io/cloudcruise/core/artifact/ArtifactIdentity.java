package io.cloudcruise.core.artifact;

import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.Screenshot;
import io.cloudcruise.core.model.Timestamp;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells an artifact of a run from its others, in one response and the next. The platform gives
 * artifacts no ids that last, and each response new URLs; so this is made of what stays.
 *
 * @param kind what it is
 * @param timestamp when it was made; empty if not stated
 * @param name a file's name, or the node that a screenshot shows; empty if there is none
 * @param position which it is of those that are alike in all of these, counted from zero in the
 *     order sent
 */
public record ArtifactIdentity(
    ArtifactKind kind, Optional<Timestamp> timestamp, Optional<String> name, int position) {
  public ArtifactIdentity {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(timestamp, "timestamp");
    Objects.requireNonNull(name, "name");
  }

  /**
   * Identifies every artifact of a run.
   *
   * @param results what the run left behind
   * @return the artifacts by what identifies them, in their order; unmodifiable
   */
  public static Map<ArtifactIdentity, Artifact> in(RunResults results) {
    Map<ArtifactIdentity, Artifact> all = new LinkedHashMap<>();
    Map<ArtifactIdentity, Integer> alike = new LinkedHashMap<>();
    for (Artifact artifact : results.artifacts()) {
      ArtifactIdentity first =
          new ArtifactIdentity(
              ArtifactKind.of(artifact), artifact.timestamp(), nameOf(artifact), 0);
      all.put(first.at(alike.merge(first, 1, Integer::sum) - 1), artifact);
    }
    return Collections.unmodifiableMap(all);
  }

  private static Optional<String> nameOf(Artifact artifact) {
    if (artifact instanceof Screenshot screenshot) {
      return screenshot.nodeName();
    }
    return artifact instanceof RunFile file ? file.name() : Optional.empty();
  }

  private ArtifactIdentity at(int place) {
    return place == 0 ? this : new ArtifactIdentity(kind, timestamp, name, place);
  }
}
