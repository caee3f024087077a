package io.cloudcruise.contract;

import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import java.net.URI;
import java.time.Duration;

/** The suite for HTTP on an adapter in which something is broken. Only for the test of it. */
class OnABrokenHttpPort extends HttpRunResultsPortContract {
  static Connector connector = OnABrokenHttpPort::sound;

  /** Builds an adapter. */
  @FunctionalInterface
  interface Connector {
    RunResultsPort connect(URI baseUrl, String apiKey, Duration deadline);
  }

  static RunResultsPort sound(URI baseUrl, String apiKey, Duration deadline) {
    return FeignRunResultsAdapter.builder()
        .baseUrl(baseUrl.toString())
        .apiKey(ApiKey.of(apiKey))
        .deadline(deadline)
        .build();
  }

  @Override
  protected RunResultsPort connect(URI baseUrl, String apiKey, Duration deadline) {
    return connector.connect(baseUrl, apiKey, deadline);
  }
}
