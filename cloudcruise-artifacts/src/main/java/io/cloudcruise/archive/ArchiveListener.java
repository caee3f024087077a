package io.cloudcruise.archive;

import io.cloudcruise.core.artifact.ArtifactIdentity;
import java.util.OptionalLong;

/**
 * Hears how saving goes. Several threads call it, and wait for it; what it throws ends the saving,
 * which throws it on. What is whole by then is kept.
 */
public interface ArchiveListener {
  /** Hears nothing. */
  ArchiveListener NONE = new ArchiveListener() {};

  /**
   * Saving begins.
   *
   * @param artifacts how many artifacts are to be looked after, those already there included
   */
  default void begin(int artifacts) {}

  /**
   * More of an artifact has come.
   *
   * @param artifact which
   * @param received how many bytes of it are there; fewer than before if it comes anew
   * @param size how many there will be; empty if not known
   */
  default void progress(ArtifactIdentity artifact, long received, OptionalLong size) {}

  /**
   * An artifact is done with.
   *
   * @param artifact what became of it
   */
  default void end(SavedArtifact artifact) {}
}
