package io.cloudcruise.artifact;

import static io.cloudcruise.artifact.TestArtifact.adapterTo;
import static io.cloudcruise.artifact.TestArtifact.failure;
import static io.cloudcruise.artifact.TestArtifact.fetch;
import static io.cloudcruise.artifact.TestArtifact.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactRequest;
import io.cloudcruise.rigs.Exposure;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.LogRecorder;
import io.cloudcruise.rigs.RawResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither what authorises in a URL nor what storage says may be seen in an exception or a log. */
@Timeout(60)
class HttpArtifactAdapterLeakTest {
  private static final String QUERY = "/a?X-Amz-Signature=canary";

  private final LogRecorder log = LogRecorder.install();

  /** The JDK quotes URLs in a debug log of its own, which nobody can keep it from but by level. */
  @BeforeEach
  void theRecorderHears() {
    log.ignore("jdk.internal.httpclient.debug");
    System.getLogger("jdk.httpclient.HttpClient").log(System.Logger.Level.TRACE, "heard");
    assertThat(log.all()).contains("heard");
  }

  @AfterEach
  void nothingWasLogged() {
    log.close();
    assertThat(log.all()).doesNotContainIgnoringCase(Canaries.WORD);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().contains(Canaries.WORD));
  }

  private static void exposesNothing(ArtifactException failure) {
    assertThat(Exposure.of(failure)).doesNotContainIgnoringCase(Canaries.WORD);
  }

  static Stream<Named<RawResponse>> errorResponses() {
    return Stream.of(204, 304, 400, 401, 403, 404, 410, 416, 429, 451, 500, 503)
        .map(status -> Named.of("" + status, Canaries.errorResponse(status)));
  }

  static Stream<Named<RawResponse>> oddities() {
    return Stream.of(
        Named.of(
            "redirect",
            RawResponse.status(302).header("Location", "https://canary.invalid/canary")),
        Named.of("bad redirect", RawResponse.status(302).header("Location", "ht!tp://canary%/")),
        Named.of("script", RawResponse.status(302).header("Location", "javascript:canary")),
        Named.of("part", RawResponse.status(206).header("Content-Range", "canary").body("canary")),
        Named.of("length", RawResponse.status(200).header("Content-Length", "canary")),
        Named.of("chunk", RawResponse.status(200).chunked().body("canary\r\ncanary\r\n")),
        Named.of("too large", RawResponse.status(200).body("canary".repeat(1000))));
  }

  @ParameterizedTest
  @MethodSource({"errorResponses", "oddities"})
  void failuresOverResponses(RawResponse response) {
    try (var server =
            HostileServer.onRequest(
                peer -> {
                  peer.write(response.bytes());
                  peer.hangUp();
                });
        var adapter = adapterTo(server).build()) {
      exposesNothing(failure(adapter, whole(server.baseUrl() + QUERY)));
    }
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.artifact.Canaries#breaks")
  void failuresOverBrokenConnections(HostileServer.Script script) {
    try (var server = HostileServer.onRequest(script);
        var adapter = adapterTo(server).maxWait(TestArtifact.SOON).build()) {
      exposesNothing(
          failure(
              adapter,
              ArtifactRequest.whole(
                  TestArtifact.signed(server.baseUrl() + QUERY), 1 << 20, TestArtifact.LONG)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/a?canary",
        "https://me:canary@s.example/a",
        "canary",
        "canary:canary",
        "https://s.example:canary/",
        "https://[canary]/",
        "http://s.example/a?canary",
        "https://storage.invalid/a?canary#canary",
        "https://s.example/%\u0000?canary",
        "//canary?"
      })
  void failuresOverUrls(String url) {
    try (var adapter = HttpArtifactAdapter.builder().build()) {
      exposesNothing(failure(adapter, whole(url)));
    }
  }

  @Test
  void failuresToConnect() {
    HostileServer gone = HostileServer.responding(TestArtifact.response());
    gone.close();
    try (var adapter = adapterTo(gone).build()) {
      exposesNothing(failure(adapter, whole(gone.baseUrl() + QUERY)));
    }
  }

  @Test
  void failuresOfTls() {
    try (var server =
            HostileServer.onConnection(
                peer -> {
                  peer.readSome();
                  peer.write("HTTP/1.1 400 canary\r\n\r\n");
                  peer.hangUp();
                });
        var adapter = HttpArtifactAdapter.builder().baseUrl("https://localhost:1").build()) {
      exposesNothing(failure(adapter, whole("https://localhost:" + server.port() + QUERY)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 407, 502})
  void failuresOfAProxy(int status) {
    try (var proxy =
            HostileServer.onRequest(
                peer -> {
                  peer.write(Canaries.errorResponse(status).bytes());
                  peer.hangUp();
                });
        var adapter =
            HttpArtifactAdapter.builder()
                .proxy(
                    ProxySelector.of(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())))
                .build()) {
      exposesNothing(failure(adapter, whole("https://8.8.8.8" + QUERY)));
      assertThat(proxy.requests()).isNotEmpty();
    }
  }

  @Test
  void whatGoesWell() {
    try (var server = HostileServer.responding(RawResponse.status(200).body("canary"));
        var adapter = adapterTo(server).build()) {
      assertThat(fetch(adapter, whole(server.baseUrl() + QUERY)).text()).isEqualTo("canary");
    }
  }
}
