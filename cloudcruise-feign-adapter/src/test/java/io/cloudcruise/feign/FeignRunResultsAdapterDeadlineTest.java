package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.SOON;
import static io.cloudcruise.feign.TestRun.adapterTo;
import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class FeignRunResultsAdapterDeadlineTest {

  private static void exceedsIn(Phase phase, HostileServer.Script script) {
    DeadlineExceededException exceeded =
        failure(DeadlineExceededException.class, script, builder -> builder.deadline(SOON));

    assertThat(exceeded.phase()).isEqualTo(phase);
    assertThat(exceeded.deadline()).isEqualTo(SOON);
    assertThat(exceeded.sessionId()).hasValue(TestRun.ID);
    assertThat(exceeded.isRetryable()).isTrue();
  }

  @Test
  void aServerThatSaysNothing() {
    exceedsIn(Phase.WAITING_FOR_RESPONSE, HostileServer.Peer::stall);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"H", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Len"})
  void headersThatStall(String part) {
    exceedsIn(
        Phase.WAITING_FOR_RESPONSE,
        peer -> {
          peer.write(part);
          peer.stall();
        });
  }

  @Test
  void headersThatDripForEver() {
    exceedsIn(
        Phase.WAITING_FOR_RESPONSE,
        peer -> {
          peer.write("HTTP/1.1 200 OK\r\nX-Long: ");
          peer.drip('x');
        });
  }

  @Test
  void aBodyThatNeverBegins() {
    exceedsIn(
        Phase.READING_RESPONSE,
        peer -> {
          peer.write(RawResponse.status(200).contentLength(100).head());
          peer.stall();
        });
  }

  @Test
  void aBodyThatStopsHalfway() {
    exceedsIn(
        Phase.READING_RESPONSE,
        peer -> {
          peer.write(RawResponse.status(200).contentLength(TestRun.JSON.length()).head());
          peer.write(TestRun.JSON.substring(1));
          peer.stall();
        });
  }

  @Test
  void aBodyThatDripsForEver() {
    exceedsIn(
        Phase.READING_RESPONSE,
        peer -> {
          peer.write("HTTP/1.1 200 OK\r\n\r\n");
          peer.drip(' ');
        });
  }

  @Test
  void chunksThatDripForEver() {
    exceedsIn(
        Phase.READING_RESPONSE,
        peer -> {
          peer.write(RawResponse.status(200).chunked().head());
          peer.write("7fffffff\r\n");
          peer.drip(' ');
        });
  }

  @Test
  void chunksWhoseEndNeverComes() {
    exceedsIn(
        Phase.READING_RESPONSE,
        peer -> {
          peer.write(RawResponse.status(200).chunked().head());
          peer.write(RawResponse.chunk(TestRun.JSON));
          peer.stall();
        });
  }

  @Test
  void aCallThatIsLateHangsUp() throws Exception {
    try (var server = HostileServer.onRequest(HostileServer.Peer::stall);
        var adapter = adapterTo(server.baseUrl()).deadline(SOON).build()) {

      failure(DeadlineExceededException.class, adapter);

      assertThat(server.seesClientLeave()).isTrue();
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
                  peer.write(TestRun.response().bytes());
                });
        var adapter = adapterTo(server.baseUrl()).deadline(SOON.multipliedBy(3)).build()) {

      failure(DeadlineExceededException.class, adapter);

      assertThat(adapter.find(TestRun.ID)).isPresent();
    }
  }

  /** On Linux a listener whose queue is full leaves those who connect without a response. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aConnectionThatDoesNotComeAbout() throws Exception {
    List<SocketChannel> queue = new ArrayList<>();
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var adapter = adapterTo("http://127.0.0.1:" + deaf.getLocalPort()).deadline(SOON).build()) {
      fill(deaf, queue);

      DeadlineExceededException exceeded = failure(DeadlineExceededException.class, adapter);

      assertThat(exceeded.phase()).isEqualTo(Phase.CONNECTING);
    } finally {
      for (SocketChannel waiting : queue) {
        waiting.close();
      }
    }
  }

  private static void fill(ServerSocket deaf, List<SocketChannel> queue) throws IOException {
    for (int i = 0; i < 8; i++) {
      SocketChannel channel = SocketChannel.open();
      queue.add(channel);
      channel.configureBlocking(false);
      channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), deaf.getLocalPort()));
    }
  }

  @Test
  void anExecutorThatIsBusyForEver() {
    try (var server = HostileServer.onRequest(HostileServer.Peer::stall);
        var adapter =
            adapterTo(server.baseUrl()).executor(task -> {}).deadline(SOON.dividedBy(4)).build()) {

      DeadlineExceededException exceeded = failure(DeadlineExceededException.class, adapter);

      assertThat(exceeded.phase()).isEqualTo(Phase.WAITING_FOR_RESPONSE);
    }
  }

  /** The JDK sends the request again, and by itself would allow it the whole time anew. */
  @Test
  void aServerThatHangsUpLateAndThenSaysNothing() {
    try (var server =
            HostileServer.onRequest(
                peer -> {
                  if (peer.isFirst()) {
                    peer.waitForNothing(SOON.multipliedBy(3).dividedBy(2));
                    peer.hangUp();
                  } else {
                    peer.stall();
                  }
                });
        var adapter = adapterTo(server.baseUrl()).deadline(SOON.multipliedBy(2)).build()) {
      long start = System.nanoTime();

      failure(DeadlineExceededException.class, adapter);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON.multipliedBy(3));
    }
  }
}
