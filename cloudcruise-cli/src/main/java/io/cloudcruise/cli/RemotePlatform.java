package io.cloudcruise.cli;

import io.cloudcruise.artifact.HttpArtifactAdapter;
import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.core.port.RateLimitListener;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The platform, asked over HTTP.
 *
 * @param apiKey the key word for word; null if there is none
 * @param baseUrl empty for the default
 * @param deadline how long one request may take; empty for the default
 */
record RemotePlatform(
    @Nullable String apiKey, Optional<String> baseUrl, Optional<Duration> deadline)
    implements Platform {

  static RemotePlatform of(
      Optional<String> baseUrl, Optional<Duration> deadline, CliContext context) {
    return new RemotePlatform(
        context.variable("CLOUDCRUISE_API_KEY"),
        baseUrl.or(() -> Optional.ofNullable(context.variable("CLOUDCRUISE_BASE_URL"))),
        deadline);
  }

  @Override
  public <T> T ask(
      DriftListener drift, RateLimitListener rate, Function<RunResultsPort, T> question) {
    try (FeignRunResultsAdapter adapter = adapter(drift, rate)) {
      return question.apply(adapter);
    }
  }

  @Override
  public <T> T fetch(DriftListener drift, BiFunction<RunResultsPort, ArtifactPort, T> question) {
    return ask(
        drift,
        RateLimitListener.NONE,
        runs -> {
          HttpArtifactAdapter.Builder builder = HttpArtifactAdapter.builder();
          baseUrl.ifPresent(builder::baseUrl);
          try (HttpArtifactAdapter artifacts = builder.build()) {
            return question.apply(runs, artifacts);
          }
        });
  }

  private FeignRunResultsAdapter adapter(DriftListener drift, RateLimitListener rate) {
    if (apiKey == null) {
      throw new UsageException("there is no API key: set CLOUDCRUISE_API_KEY");
    }
    try {
      FeignRunResultsAdapter.Builder builder =
          FeignRunResultsAdapter.builder()
              .apiKey(ApiKey.of(apiKey))
              .responses(it -> it.driftListener(drift))
              .responses(it -> it.rateLimitListener(rate));
      baseUrl.ifPresent(builder::baseUrl);
      deadline.ifPresent(builder::deadline);
      return builder.build();
    } catch (IllegalArgumentException quotesNeitherKeyNorUrl) {
      throw new UsageException(quotesNeitherKeyNorUrl);
    }
  }

  /** {@return nothing of the key, which a record would show} */
  @Override
  public String toString() {
    return "RemotePlatform";
  }
}
