package io.cloudcruise.contract.pact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import io.cloudcruise.contract.pact.LiveVerification.Check;
import io.cloudcruise.sandbox.RecordedRequest;
import io.cloudcruise.sandbox.Sandbox;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The verification of the live service, with the sandbox in its place. */
class LiveVerificationRehearsalTest {
  private final Sandbox sandbox = Sandbox.start();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private LiveVerification verification(String key, String scenario) {
    return new LiveVerification(
        environment(key, Kind.run(scenario).value(), sandbox.baseUrl() + "/"));
  }

  private static Map<String, String> environment(String key, String run, String baseUrl) {
    return Map.of(
        "CLOUDCRUISE_API_KEY", key,
        "CLOUDCRUISE_SESSION_ID", run,
        "CLOUDCRUISE_BASE_URL", baseUrl);
  }

  @Test
  void interactionsThatOneRunCanShowAreVerifiedAndOthersSkipped() throws Exception {
    List<Check> checks = verification(Sandbox.API_KEY, "requeued").run();

    assertThat(checks).hasSize(Kinds.all().size());
    assertThat(checks)
        .filteredOn(check -> check.skipped().isEmpty())
        .extracting(Check::toString)
        .containsExactlyInAnyOrder(
            "verified: a run that is queued again (required fields)",
            "verified: a key that is not accepted",
            "verified: a run that nobody knows");
    assertThat(checks)
        .extracting(Check::toString)
        .contains(
            "skipped: a run that was stopped: it needs a run that is execution.stopped",
            "skipped: a platform that broke: reading does not bring such a response about");
  }

  /** This platform knows one response, to whatever is asked. */
  @Test
  void aMismatchIsReportedWithoutValues() throws Exception {
    byte[] response =
        "{\"session_id\":\"another\",\"status\":\"execution.stopped\"}".getBytes(UTF_8);
    HttpServer platform =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    platform.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, response.length);
          exchange.getResponseBody().write(response);
          exchange.close();
        });
    platform.start();
    try {
      String url = "http://127.0.0.1:" + platform.getAddress().getPort();
      Map<String, String> environment = environment("a-key", Sandbox.DEFAULT_RUN, url);

      assertThat(new LiveVerification(environment).run())
          .filteredOn(check -> check.skipped().isEmpty())
          .extracting(Check::toString)
          .containsExactlyInAnyOrder(
              "BROKEN: a run that was stopped (required fields): body at $.session_id",
              "BROKEN: a key that is not accepted: status",
              "BROKEN: a run that nobody knows: status");
    } finally {
      platform.stop(0);
    }
  }

  @Test
  void aKeyThatIsRefusedIsSaidAtOnceAndNotQuoted() {
    assertThatIllegalStateException()
        .isThrownBy(() -> verification(Sandbox.FORBIDDEN_KEY, "success").run())
        .withMessage("the session is answered with HTTP 403");
  }

  @Test
  void threeRequestsAreSentThatOnlyRead() throws Exception {
    verification(Sandbox.API_KEY, "success").run();

    assertThat(sandbox.requests())
        .hasSize(3)
        .extracting(RecordedRequest::method)
        .containsOnly("GET");
  }

  @Test
  void noKeyIsSentToAnOriginThatTheAdapterRefuses() {
    Map<String, String> environment =
        environment(Sandbox.API_KEY, Sandbox.DEFAULT_RUN, "http://api.example");

    assertThatIllegalArgumentException().isThrownBy(() -> new LiveVerification(environment));
  }

  @Test
  void aMissingFieldIsReported() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new LiveVerification(Map.of("CLOUDCRUISE_API_KEY", Sandbox.API_KEY)))
        .withMessage("set CLOUDCRUISE_SESSION_ID");
  }
}
