package io.cloudcruise.core.port;

/**
 * Hears of what this version does not know, so that a fleet learns of the platform's changes from
 * its metrics. It is called on the thread that retrieves, at most once per answer for each thing
 * and for a hundred things at most, and must be quick and thread-safe. What it throws is ignored.
 */
@FunctionalInterface
public interface DriftListener {
  /** Hears nothing. */
  DriftListener NONE = drift -> {};

  /**
   * Takes note.
   *
   * @param drift what is not known
   */
  void onDrift(Drift drift);
}
