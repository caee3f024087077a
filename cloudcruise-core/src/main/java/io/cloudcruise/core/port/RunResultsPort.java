package io.cloudcruise.core.port;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import java.util.Optional;

/**
 * Reads the results of runs that exist on the platform.
 *
 * <p>Every call asks anew: implementations neither cache nor wait for a run to end. They are
 * thread-safe, answer only with the results of the run asked for, and end promptly when the calling
 * thread is interrupted.
 */
@FunctionalInterface
public interface RunResultsPort {
  /**
   * Find the results of one run, as they are now.
   *
   * @param sessionId names the run
   * @return the results, of a run in whatever status; empty if the platform knows no such run
   * @throws NullPointerException if there is no session id
   * @throws RunResultsException if the platform refuses, fails, or answers unintelligibly
   */
  Optional<RunResults> find(SessionId sessionId);

  /**
   * Get the results of a run that must exist.
   *
   * @param sessionId names the run
   * @return the results, of a run in whatever status
   * @throws RunNotFoundException if the platform knows no such run
   * @throws RunResultsException if the platform refuses, fails, or answers unintelligibly
   */
  default RunResults get(SessionId sessionId) {
    return find(sessionId).orElseThrow(() -> new RunNotFoundException(sessionId));
  }
}
