package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.core.port.RateLimitListener;
import io.cloudcruise.core.port.RunResultsPort;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A platform whose responses are decrypted as they come. */
record DecryptedPlatform(Platform platform, UnaryOperator<RunResults> decryption)
    implements Platform {
  @Override
  public <T> T ask(
      DriftListener drift, RateLimitListener rate, Function<RunResultsPort, T> question) {
    return platform.ask(drift, rate, runs -> question.apply(decrypted(runs)));
  }

  @Override
  public <T> T fetch(DriftListener drift, BiFunction<RunResultsPort, ArtifactPort, T> question) {
    return platform.fetch(drift, (runs, artifacts) -> question.apply(decrypted(runs), artifacts));
  }

  private RunResultsPort decrypted(RunResultsPort runs) {
    return run -> runs.find(run).map(decryption);
  }
}
