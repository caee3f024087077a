package io.cloudcruise.contract.example;

import io.cloudcruise.contract.HttpRunResultsPortContract;
import io.cloudcruise.core.port.RunResultsPort;
import java.net.URI;
import java.time.Duration;

class ApacheRunResultsTest extends HttpRunResultsPortContract {
  @Override
  protected RunResultsPort connect(URI baseUrl, String apiKey, Duration deadline) {
    return new ApacheRunResults(baseUrl, apiKey, deadline);
  }
}
