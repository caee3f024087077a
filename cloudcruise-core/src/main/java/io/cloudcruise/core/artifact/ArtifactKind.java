package io.cloudcruise.core.artifact;

import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.Recording;
import io.cloudcruise.core.model.Screenshot;

/** What an artifact is. */
public enum ArtifactKind {
  /** A picture of a page. */
  SCREENSHOT,
  /** A video of the browser. */
  RECORDING,
  /** A file that the agent downloaded or made. */
  FILE;

  /**
   * Tells the kind of an artifact.
   *
   * @param artifact any artifact
   * @return its kind
   */
  public static ArtifactKind of(Artifact artifact) {
    if (artifact instanceof Screenshot) {
      return SCREENSHOT;
    }
    return artifact instanceof Recording ? RECORDING : FILE;
  }
}
