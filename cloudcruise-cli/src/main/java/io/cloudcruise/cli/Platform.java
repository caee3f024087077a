package io.cloudcruise.cli;

import io.cloudcruise.client.CloudCruise;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Who is asked for results. */
interface Platform {
  /**
   * Asks, as often as the question does.
   *
   * @param options adds to what says whom to ask, and with which key
   * @throws UsageException if what was given cannot be used
   */
  <T> T ask(UnaryOperator<CloudCruise.Builder> options, Function<CloudCruise, T> question);
}
