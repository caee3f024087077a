package io.cloudcruise.cli;

import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.core.port.RateListener;
import io.cloudcruise.core.port.RunResultsPort;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Who is asked for results. */
interface Platform {
  /**
   * Asks, as often as the question does.
   *
   * @throws UsageError if what was given cannot be used
   */
  <T> T ask(DriftListener drift, RateListener rate, Function<RunResultsPort, T> question);

  /**
   * Asks, and fetches what the answers lead to.
   *
   * @throws UsageError if what was given cannot be used
   */
  <T> T fetch(DriftListener drift, BiFunction<RunResultsPort, ArtifactPort, T> question);
}
