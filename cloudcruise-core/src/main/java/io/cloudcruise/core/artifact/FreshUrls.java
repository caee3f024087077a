package io.cloudcruise.core.artifact;

import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.RunResultsPort;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The newest URLs of a run's artifacts. All that fetch at once share a renewal. Thread-safe. */
final class FreshUrls {
  private final RunResultsPort runs;
  private final ReentrantLock renewing = new ReentrantLock();
  private volatile Answer newest;

  /** What one answer says. */
  private record Answer(RunResults results, Map<ArtifactIdentity, Artifact> artifacts) {
    static Answer of(RunResults results) {
      return new Answer(results, ArtifactIdentity.in(results));
    }

    Optional<SignedUrl> url(ArtifactIdentity which) {
      return Optional.ofNullable(artifacts.get(which)).flatMap(Artifact::url);
    }
  }

  FreshUrls(RunResults results, RunResultsPort runs) {
    this.runs = runs;
    this.newest = Answer.of(results);
  }

  SignedUrl url(ArtifactIdentity which) {
    return newest
        .url(which)
        .orElseThrow(() -> new ArtifactException(ArtifactException.Reason.MISSING, ""));
  }

  /**
   * Retrieves the run again, unless another has done so since the URL was handed out.
   *
   * @param refused the URL that does not work any more
   */
  SignedUrl renew(ArtifactIdentity which, SignedUrl refused) throws InterruptedException {
    renewing.lockInterruptibly();
    try {
      if (url(which).equals(refused)) {
        newest = Answer.of(runs.get(newest.results().sessionId()));
      }
      return url(which);
    } finally {
      renewing.unlock();
    }
  }
}
