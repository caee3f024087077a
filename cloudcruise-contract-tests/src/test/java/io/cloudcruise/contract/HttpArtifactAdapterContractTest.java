package io.cloudcruise.contract;

import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.feign.HttpArtifactAdapter;
import java.net.URI;

class HttpArtifactAdapterContractTest extends ArtifactPortContract {
  @Override
  protected ArtifactPort connect(URI baseUrl) {
    return HttpArtifactAdapter.builder().baseUrl(baseUrl.toString()).build();
  }
}
