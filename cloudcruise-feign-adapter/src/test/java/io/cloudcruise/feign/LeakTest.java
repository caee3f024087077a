package io.cloudcruise.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.rigs.CallUnderWay;
import io.cloudcruise.rigs.Exposure;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.LogRecorder;
import io.cloudcruise.rigs.RawResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text that an application might log may hold what {@link Canaries} mark. */
@Timeout(60)
class LeakTest {

  private final LogRecorder log = LogRecorder.install();

  @BeforeEach
  void theRecorderHears() {
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

  private static FeignRunResultsAdapter.Builder adapterTo(String url) {
    return TestRun.adapterTo(url)
        .apiKey(ApiKey.of(Canaries.KEY))
        .deadline(TestRun.SOON.multipliedBy(4));
  }

  private static void exposesNothing(@Nullable Throwable thrown) {
    assertThat(thrown).isInstanceOf(RunResultsException.class);
    assertThat(Exposure.of((RunResultsException) thrown)).doesNotContainIgnoringCase(Canaries.WORD);
  }

  @Test
  void results() {
    try (var server = HostileServer.responding(RawResponse.status(200).body(Canaries.RESULTS));
        var adapter = adapterTo(server.baseUrl()).build()) {

      RunResults results = adapter.get(TestRun.ID);

      assertThat(results.vaultEntries()).containsKey("PORTAL");
      assertThat(results.artifacts()).hasSize(3);
      assertThat(everyTextOf(results)).doesNotContainIgnoringCase(Canaries.WORD);
      assertThat(text(adapter)).doesNotContainIgnoringCase(Canaries.WORD);
    }
  }

  private static String everyTextOf(RunResults results) {
    return Stream.of(
            results,
            results.inputs(),
            results.vaultEntries(),
            results.output(),
            results.outcome(),
            results.artifacts(),
            results.errors(),
            results.otherFields())
        .map(LeakTest::text)
        .collect(Collectors.joining("\n"));
  }

  private static String text(Object any) {
    return any.toString();
  }

  @Test
  void builders() {
    assertThat(text(adapterTo("https://a.example"))).doesNotContainIgnoringCase(Canaries.WORD);
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.feign.Canaries#responses")
  void failuresOverResponses(RawResponse response) {
    try (var server = HostileServer.responding(response);
        var adapter =
            adapterTo(server.baseUrl())
                .responses(it -> it.maxStringLength(20_000))
                .responses(it -> it.maxResponseBytes(9 << 20))
                .build()) {
      Throwable thrown = catchThrowable(() -> adapter.find(TestRun.ID));

      assertThat(thrown).isNotInstanceOf(DeadlineExceededException.class);
      exposesNothing(thrown);
    }
  }

  /** These the JDK quotes in a debug log of its own, which nobody can keep it from but by level. */
  @ParameterizedTest
  @MethodSource("io.cloudcruise.feign.Canaries#responsesThatAreNotHttp")
  void failuresOverResponsesThatAreNotHttp(RawResponse response) {
    log.ignore("jdk.internal.httpclient.debug");
    try (var server = HostileServer.responding(response);
        var adapter = adapterTo(server.baseUrl()).build()) {
      exposesNothing(catchThrowable(() -> adapter.find(TestRun.ID)));
    }
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.feign.Canaries#breaks")
  void failuresOverBrokenConnections(HostileServer.Script script) {
    try (var server = HostileServer.onRequest(script);
        var adapter = adapterTo(server.baseUrl()).build()) {
      exposesNothing(catchThrowable(() -> adapter.find(TestRun.ID)));
    }
  }

  @Test
  void failuresToConnect() {
    HostileServer gone = HostileServer.responding(TestRun.response());
    gone.close();
    for (String url : List.of(gone.baseUrl(), "https://nowhere.invalid")) {
      try (var adapter = adapterTo(url).build()) {
        exposesNothing(catchThrowable(() -> adapter.find(TestRun.ID)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 403, 407, 502})
  void failuresOfAProxy(int status) {
    try (var proxy =
            HostileServer.onRequest(
                peer -> {
                  peer.write(
                      Canaries.failure(status).header("Proxy-Authenticate", Canaries.KEY).bytes());
                  peer.hangUp();
                });
        var adapter =
            adapterTo("https://api.invalid")
                .proxy(
                    ProxySelector.of(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())))
                .build()) {
      exposesNothing(catchThrowable(() -> adapter.find(TestRun.ID)));
    }
  }

  @Test
  void failuresOfTls() {
    try (var server =
            HostileServer.onConnection(
                peer -> {
                  peer.readSome();
                  peer.write("HTTP/1.1 400 " + Canaries.KEY + "\r\n\r\n");
                  peer.hangUp();
                });
        var adapter = adapterTo("https://127.0.0.1:" + server.port()).build()) {
      exposesNothing(catchThrowable(() -> adapter.find(TestRun.ID)));
    }
  }

  @Test
  void interruption() throws Exception {
    try (var server = HostileServer.onRequest(HostileServer.Peer::stall);
        var adapter = adapterTo(server.baseUrl()).deadline(TestRun.SOON.multipliedBy(30)).build()) {
      CallUnderWay call = TestRun.call(adapter);
      assertThat(server.awaitRequest()).contains(Canaries.KEY);

      call.interrupt();

      exposesNothing(call.end());
    }
  }

  @Test
  void closing() throws Exception {
    try (var server = HostileServer.onRequest(HostileServer.Peer::stall)) {
      FeignRunResultsAdapter adapter =
          adapterTo(server.baseUrl()).deadline(TestRun.SOON.multipliedBy(30)).build();
      CallUnderWay call = TestRun.call(adapter);
      assertThat(server.awaitRequest()).contains(Canaries.KEY);

      adapter.close();

      exposesNothing(call.end());
    }
  }
}
