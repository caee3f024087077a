package io.cloudcruise.core.artifact;

import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.RunResultsPort;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The newest URLs of a run's artifacts. All that fetch at once share a renewal. Thread-safe. */
final class FreshUrls {
  private final RunResultsPort runs;
  private final ReentrantLock renewing = new ReentrantLock();
  private volatile Answer newest;

  /** What one response says. Not a value: two answers may say the same. */
  static final class Answer {
    private final RunResults results;
    private final Map<ArtifactIdentity, Artifact> artifacts;
    private final boolean renewed;

    Answer(RunResults results, boolean renewed) {
      this.results = results;
      this.artifacts = ArtifactIdentity.in(results);
      this.renewed = renewed;
    }

    SignedUrl url(ArtifactIdentity which) {
      return Optional.ofNullable(artifacts.get(which))
          .flatMap(Artifact::url)
          .orElseThrow(() -> new ArtifactException(ArtifactException.Reason.MISSING, ""));
    }

    /**
     * Tells whether a URL need not be tried. Of a response retrieved for the purpose, storage alone
     * decides: the platform has been seen to state expiries that are none, and who believed them
     * would retrieve the run again for each artifact.
     */
    boolean isExpired(ArtifactIdentity which, Clock clock) {
      return !renewed && url(which).isExpired(clock);
    }
  }

  FreshUrls(RunResults results, RunResultsPort runs) {
    this.runs = runs;
    this.newest = new Answer(results, false);
  }

  Answer newest() {
    return newest;
  }

  /**
   * Retrieves the run again, unless another has done so meanwhile.
   *
   * @param expired the response whose URL does not work any more
   */
  Answer renew(Answer expired) throws InterruptedException {
    renewing.lockInterruptibly();
    try {
      if (newest == expired) {
        newest = new Answer(runs.get(expired.results.sessionId()), true);
      }
      return newest;
    } finally {
      renewing.unlock();
    }
  }
}
