package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.DriftListener;

/** Where results come from. */
interface ResultsSource {
  /**
   * Gets them.
   *
   * @throws io.cloudcruise.core.port.RunResultsException if they cannot be retrieved or read
   * @throws UsageException if what was given cannot be used
   */
  RunResults read(DriftListener listener);
}
