package io.cloudcruise.contract;

import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import java.net.URI;
import java.time.Duration;

class FeignRunResultsAdapterContractTest extends HttpRunResultsPortContract {
  @Override
  protected RunResultsPort connect(URI baseUrl, String apiKey, Duration deadline) {
    return FeignRunResultsAdapter.builder()
        .baseUrl(baseUrl.toString())
        .apiKey(ApiKey.of(apiKey))
        .deadline(deadline)
        .build();
  }
}
