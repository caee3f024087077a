package io.cloudcruise.contract;

import io.cloudcruise.artifact.HttpArtifactAdapter;
import io.cloudcruise.core.port.ArtifactPort;
import java.net.URI;

class HttpArtifactAdapterContractTest extends ArtifactPortContract {
  @Override
  protected ArtifactPort connect(URI baseUrl) {
    return HttpArtifactAdapter.builder().baseUrl(baseUrl.toString()).build();
  }
}
