package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.adapterTo;
import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeignRunResultsAdapterRedirectTest {

  private static RawResponse redirect(int status, String location) {
    return RawResponse.status(status).header("Location", location);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectToAnotherOriginIsNotFollowed(int status) {
    try (var elsewhere = HostileServer.responding(TestRun.response());
        var server =
            HostileServer.responding(redirect(status, elsewhere.baseUrl() + "/run/" + TestRun.ID));
        var adapter = adapterTo(server)) {

      ContractViolationException violation = failure(ContractViolationException.class, adapter);

      assertThat(violation.httpStatus()).hasValue(status);
      assertThat(violation.found()).isEqualTo("a redirect");
      assertThat(violation.isRetryable()).isFalse();
      assertThat(elsewhere.connections()).isZero();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectToItselfIsNotFollowed(int status) {
    try (var server = HostileServer.responding(redirect(status, "/run/" + TestRun.ID));
        var adapter = adapterTo(server)) {

      ContractViolationException violation = failure(ContractViolationException.class, adapter);

      assertThat(violation.httpStatus()).hasValue(status);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aRedirectThatHoldsGoodResultsIsStillARedirect() {
    RawResponse response = redirect(302, "/elsewhere").body(TestRun.JSON);

    ContractViolationException violation = failure(ContractViolationException.class, response);

    assertThat(violation.found()).isEqualTo("a redirect");
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 302, 304, 305, 306, 399})
  void aRedirectWithoutATargetIsAViolationToo(int status) {
    ContractViolationException violation =
        failure(ContractViolationException.class, RawResponse.status(status));

    assertThat(violation.httpStatus()).hasValue(status);
    assertThat(violation.found()).isEqualTo("a redirect");
  }

  @Test
  void anInvitationToAnotherServiceIsNotTakenUp() {
    try (var elsewhere = HostileServer.responding(TestRun.response());
        var server =
            HostileServer.responding(
                TestRun.response()
                    .header("Alt-Svc", "h2=\"127.0.0.1:" + elsewhere.port() + "\"")
                    .header("Refresh", "0; url=" + elsewhere.baseUrl())
                    .header("Content-Location", elsewhere.baseUrl()));
        var adapter = adapterTo(server)) {

      assertThat(adapter.find(TestRun.ID)).isPresent();
      assertThat(adapter.find(TestRun.ID)).isPresent();

      assertThat(elsewhere.connections()).isZero();
    }
  }
}
