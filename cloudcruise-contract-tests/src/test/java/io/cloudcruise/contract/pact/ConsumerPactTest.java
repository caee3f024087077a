package io.cloudcruise.contract.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.BaseMockServer;
import au.com.dius.pact.consumer.MockHttpServerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.sandbox.Sandbox;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each meaning is asked for through the real adapter, at a mock server that knows no other. */
class ConsumerPactTest {

  static List<Kind> kinds() {
    return Kinds.all();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theAdapterAsksAsStatedAndUnderstandsTheResponse(Kind kind) {
    BaseMockServer platform =
        MockHttpServerKt.mockServer(
            PactFile.of(List.of(kind)), MockProviderConfig.createDefault(PactSpecVersion.V4));
    platform.start();
    try (FeignRunResultsAdapter adapter = adapter(platform.getUrl())) {
      kind.claim().check(adapter, kind.run());
    } finally {
      platform.stop();
    }
    assertThat(platform.validateMockServerState(null))
        .isInstanceOf(PactVerificationResult.Ok.class);
  }

  private static FeignRunResultsAdapter adapter(String url) {
    return FeignRunResultsAdapter.builder().baseUrl(url).apiKey(ApiKey.of(Sandbox.API_KEY)).build();
  }
}
