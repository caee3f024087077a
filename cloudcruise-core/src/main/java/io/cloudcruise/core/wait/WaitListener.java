package io.cloudcruise.core.wait;

/**
 * Hears how waits go on. It is called after each poll, on the thread that polled, and must be quick
 * and thread-safe; of one wait it never hears two things at once. What it throws is ignored.
 */
@FunctionalInterface
public interface WaitListener {
  /** Hears nothing. */
  WaitListener NONE = progress -> {};

  /**
   * Takes note.
   *
   * @param progress where a wait stands; a status that is not known is among them, word for word
   */
  void onPoll(WaitProgress progress);
}
