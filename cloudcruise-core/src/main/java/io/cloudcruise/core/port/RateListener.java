package io.cloudcruise.core.port;

/**
 * Hears what the platform says about its rate limit, be the answer a refusal or not. It is called
 * on the thread that retrieves, and must be quick and thread-safe. What it throws is ignored.
 */
@FunctionalInterface
public interface RateListener {
  /** Hears nothing. */
  RateListener NONE = reading -> {};

  /**
   * Takes note.
   *
   * @param reading what the platform said
   */
  void onReading(RateReading reading);
}
