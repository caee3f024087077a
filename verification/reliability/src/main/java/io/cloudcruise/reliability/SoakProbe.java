package io.cloudcruise.reliability;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import java.util.Optional;

/** Counts what passes between a port and those who ask it. */
final class SoakProbe {
  private final SoakRuns runs;
  private final SoakTally tally;

  SoakProbe(SoakRuns runs, SoakTally tally) {
    this.runs = runs;
    this.tally = tally;
  }

  /** {@return a port that holds each response of another one against what it has to be} */
  RunResultsPort ofAttempts(RunResultsPort port) {
    return sessionId -> {
      tally.attempts.increment();
      try {
        Optional<RunResults> found = port.find(sessionId);
        tally.responded(sessionId, isRight(sessionId, found));
        return found;
      } catch (RuntimeException thrown) {
        tally.threw(thrown);
        throw thrown;
      }
    };
  }

  /** {@return a port that counts what is left to the waiter once retries are of no more use} */
  RunResultsPort ofPolls(RunResultsPort port) {
    return sessionId -> {
      tally.polls.increment();
      try {
        return port.find(sessionId);
      } catch (RunResultsException failure) {
        tally.pollsRefused.increment();
        throw failure;
      }
    };
  }

  boolean isRight(SessionId asked, Optional<RunResults> found) {
    return found.filter(results -> runs.confirm(asked, results)).isPresent();
  }
}
