package io.cloudcruise.core.model;

import java.util.Map;
import java.util.Optional;

/** A piece of evidence that a run left behind. */
public sealed interface Artifact permits Screenshot, Recording, RunFile {
  /** {@return where to fetch it; empty if the platform sent no URL} */
  Optional<SignedUrl> url();

  /** {@return when it was made, as the platform states it; empty if it does not} */
  Optional<Timestamp> timestamp();

  /**
   * {@return fields that were sent and that nothing else here shows: those that this version does
   * not know, and those that were null or empty; by the platform's names, in the order sent}
   */
  Map<String, JsonText> otherFields();

  /**
   * {@return the same artifact, its URL cut down to what may be shown, so that it opens nothing}
   */
  Artifact withoutSignature();
}
