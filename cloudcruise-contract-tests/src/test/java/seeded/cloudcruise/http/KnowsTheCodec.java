package seeded.cloudcruise.http;

import io.cloudcruise.jackson.RunResultsJson;

/** Breaks rules on purpose. */
public final class KnowsTheCodec {
  private KnowsTheCodec() {}

  public static void of(RunResultsJson json) {}
}
