package io.cloudcruise.contract.pact;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.sandbox.Sandbox;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the real adapter makes of answers that are put into its hands. Not thread-safe. */
final class Decoding implements AutoCloseable {
  private @Nullable PlatformResponse next;
  private final FeignRunResultsAdapter adapter =
      FeignRunResultsAdapter.builder()
          .baseUrl("https://api.example")
          .apiKey(ApiKey.of(Sandbox.API_KEY))
          .client((request, options) -> Objects.requireNonNull(next).toFeign(request))
          .build();

  /** Results, absence, or an exception with its message, which holds all its details. */
  record Outcome(String kind, Optional<RunResults> results, String message) {}

  Outcome of(PlatformResponse response, SessionId run) {
    next = response;
    try {
      Optional<RunResults> results = adapter.find(run);
      return new Outcome(results.isPresent() ? "results" : "absence", results, "");
    } catch (RunResultsException failure) {
      return new Outcome(failure.getClass().getSimpleName(), Optional.empty(), failure.toString());
    }
  }

  @Override
  public void close() {
    adapter.close();
  }
}
