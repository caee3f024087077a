package io.cloudcruise.artifact;

import static io.cloudcruise.artifact.TestArtifact.adapterTo;
import static io.cloudcruise.artifact.TestArtifact.failure;
import static io.cloudcruise.artifact.TestArtifact.response;
import static io.cloudcruise.artifact.TestArtifact.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.core.port.ArtifactRequest;
import io.cloudcruise.rigs.HostileServer;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How long a fetch waits, for a byte and in all. */
@Timeout(60)
class HttpArtifactAdapterTimeTest {
  private static final Duration SHORT = TestArtifact.SOON.dividedBy(2);

  private static Named<HostileServer.Script> sending(String text) {
    return Named.of(
        text.isEmpty() ? "nothing" : text,
        peer -> {
          peer.write(text);
          peer.stall();
        });
  }

  static Stream<Named<HostileServer.Script>> silences() {
    return Stream.of(
        sending(""),
        sending("HTTP/1.1 200"),
        sending("HTTP/1.1 200 OK\r\nContent-Len"),
        sending("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"),
        sending("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"),
        sending("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"));
  }

  static Stream<Named<HostileServer.Script>> drips() {
    return Stream.of(
        dripping("HTTP/1.1 200 OK\r\nX-Long: "),
        dripping("HTTP/1.1 200 OK\r\n\r\n"),
        dripping("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n"));
  }

  private static Named<HostileServer.Script> dripping(String start) {
    return Named.of(
        start,
        peer -> {
          peer.write(start);
          peer.drip('x');
        });
  }

  private static ArtifactRequest within(Duration deadline, String url) {
    return ArtifactRequest.whole(TestArtifact.signed(url), 1 << 20, deadline);
  }

  private static ArtifactException isLate(
      HostileServer.Script script, Duration maxWait, Duration deadline) throws Exception {
    try (var server = HostileServer.onRequest(script);
        var adapter = adapterTo(server).maxWait(maxWait).build()) {

      ArtifactException failure = failure(adapter, within(deadline, server.baseUrl()));

      assertThat(server.seesClientLeave()).isTrue();
      return failure;
    }
  }

  @ParameterizedTest
  @MethodSource("silences")
  void silenceThatIsTooLongBreaksTheConnection(HostileServer.Script script) throws Exception {
    ArtifactException failure = isLate(script, SHORT, TestArtifact.LONG);

    assertThat(failure.reason()).isEqualTo(Reason.BROKEN);
    assertThat(failure.isRetryable()).isTrue();
    assertThat(failure).hasMessageContaining(SHORT.toString());
  }

  @ParameterizedTest
  @MethodSource("silences")
  void silenceEndsAtTheDeadline(HostileServer.Script script) throws Exception {
    ArtifactException failure = isLate(script, TestArtifact.LONG, SHORT);

    assertThat(failure.reason()).isEqualTo(Reason.TIME_IS_UP);
    assertThat(failure.isRetryable()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("drips")
  void aBodyThatNeverEndsIsEndedAtTheDeadline(HostileServer.Script script) throws Exception {
    assertThat(isLate(script, TestArtifact.LONG, SHORT).reason()).isEqualTo(Reason.TIME_IS_UP);
  }

  @Test
  void aLookupThatNeverEndsEndsAtTheDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    try (var adapter = HttpArtifactAdapter.builder().resolver(host -> polled(never)).build()) {
      assertThat(failure(adapter, within(SHORT, "https://s.example")).reason())
          .isEqualTo(Reason.TIME_IS_UP);
    } finally {
      never.countDown();
    }
  }

  private static InetAddress[] polled(CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException woken) {
      Thread.currentThread().interrupt();
    }
    return new InetAddress[0];
  }

  @Test
  void anExecutorThatIsBusyForEver() {
    try (var server = HostileServer.responding(response());
        var adapter = adapterTo(server).executor(task -> {}).build()) {
      assertThat(failure(adapter, within(SHORT, server.baseUrl())).reason())
          .isEqualTo(Reason.TIME_IS_UP);
    }
  }

  @Test
  void anAdapterThatWasLateOnceStillWorks() {
    try (var server =
            HostileServer.onRequest(
                peer -> {
                  if (peer.isFirst()) {
                    peer.stall();
                  }
                  peer.write(response().bytes());
                });
        var adapter = adapterTo(server).build()) {

      failure(adapter, within(SHORT, server.baseUrl()));

      assertThat(TestArtifact.fetch(adapter, whole(server.baseUrl())).text())
          .isEqualTo(TestArtifact.TEXT);
    }
  }
}
