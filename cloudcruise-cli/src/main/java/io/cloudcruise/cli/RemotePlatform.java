package io.cloudcruise.cli;

import io.cloudcruise.client.CloudCruise;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
  public <T> T ask(UnaryOperator<CloudCruise.Builder> options, Function<CloudCruise, T> question) {
    try (CloudCruise cloudCruise = connect(options)) {
      return question.apply(cloudCruise);
    }
  }

  private CloudCruise connect(UnaryOperator<CloudCruise.Builder> options) {
    if (apiKey == null) {
      throw new UsageException("there is no API key: set CLOUDCRUISE_API_KEY");
    }
    try {
      CloudCruise.Builder builder = options.apply(CloudCruise.builder()).apiKey(apiKey);
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
