package io.cloudcruise.cli;

import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.core.port.RateLimitListener;
import io.cloudcruise.core.port.RunResultsPort;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Who is asked for results. */
interface Platform {
  /**
   * Asks, as often as the question does.
   *
   * @throws UsageException if what was given cannot be used
   */
  <T> T ask(DriftListener drift, RateLimitListener rate, Function<RunResultsPort, T> question);

  /**
   * Asks, and fetches what the responses lead to.
   *
   * @throws UsageException if what was given cannot be used
   */
  <T> T fetch(DriftListener drift, BiFunction<RunResultsPort, ArtifactPort, T> question);
}
