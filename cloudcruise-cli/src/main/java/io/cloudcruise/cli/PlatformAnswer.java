package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Results that the platform is asked for.
 *
 * @param apiKey the key word for word; null if there is none
 * @param baseUrl empty for the default
 * @param timeout empty for the default
 */
record PlatformAnswer(
    SessionId run, @Nullable String apiKey, Optional<String> baseUrl, Optional<Duration> timeout)
    implements ResultsSource {

  static PlatformAnswer of(
      SessionId run,
      Optional<String> baseUrl,
      Optional<Duration> timeout,
      Surroundings surroundings) {
    return new PlatformAnswer(
        run,
        surroundings.variable("CLOUDCRUISE_API_KEY"),
        baseUrl.or(() -> Optional.ofNullable(surroundings.variable("CLOUDCRUISE_BASE_URL"))),
        timeout);
  }

  @Override
  public RunResults read(DriftListener listener) {
    try (FeignRunResultsAdapter adapter = adapter(listener)) {
      return adapter.get(run);
    }
  }

  private FeignRunResultsAdapter adapter(DriftListener listener) {
    if (apiKey == null) {
      throw new UsageError("there is no API key: set CLOUDCRUISE_API_KEY");
    }
    try {
      FeignRunResultsAdapter.Builder builder =
          FeignRunResultsAdapter.builder().apiKey(ApiKey.of(apiKey)).driftListener(listener);
      baseUrl.ifPresent(builder::baseUrl);
      timeout.ifPresent(builder::deadline);
      return builder.build();
    } catch (IllegalArgumentException quotesNeitherKeyNorUrl) {
      throw new UsageError(quotesNeitherKeyNorUrl);
    }
  }

  /** {@return nothing of the key, which a record would show} */
  @Override
  public String toString() {
    return "PlatformAnswer[run=" + run + "]";
  }
}
