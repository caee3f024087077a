package io.cloudcruise.benchmarks;

import io.cloudcruise.core.model.RunResults;

/** What must come out, lest something be fast because it does nothing. */
record Expected(PayloadSize size) {
  void require(RunResults results) {
    require(results.sessionId().value(), results.screenshots().size(), results.errors().size());
  }

  void require(WireRun run) {
    require(run.sessionId(), run.screenshotUrls().size(), run.errors().size());
  }

  private void require(String sessionId, int screenshots, int errors) {
    boolean right =
        sessionId.equals(PayloadGenerator.SESSION_ID)
            && screenshots == size.screenshots()
            && errors == size.errors();
    if (!right) {
      throw new IllegalStateException("not the run that was generated: " + size);
    }
  }
}
