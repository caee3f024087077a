package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.adapterTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.rigs.CallUnderWay;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FeignRunResultsAdapterInterruptionTest {

  @Test
  void nothingIsSentByAThreadThatIsInterruptedAlready() {
    try (var server = HostileServer.responding(TestRun.response());
        var adapter = adapterTo(server)) {
      Thread.currentThread().interrupt();

      Throwable thrown = catchThrowable(() -> adapter.find(TestRun.ID));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(thrown).isInstanceOf(CallInterruptedException.class);
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void aWaitForAnResponseEnds() throws Exception {
    try (var server = HostileServer.onRequest(HostileServer.Peer::stall);
        var adapter = adapterTo(server)) {
      CallUnderWay call = TestRun.call(adapter);
      assertThat(server.awaitRequest()).isNotEmpty();

      call.interrupt();

      wasInterrupted(call);
      assertThat(server.seesClientLeave()).isTrue();
    }
  }

  @Test
  void theReadingOfABodyEnds() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    try (var server =
            HostileServer.onRequest(
                peer -> {
                  peer.write("HTTP/1.1 200 OK\r\n\r\n{");
                  begun.countDown();
                  peer.drip(' ');
                });
        var adapter = adapterTo(server)) {
      CallUnderWay call = TestRun.call(adapter);
      begun.await();

      call.interrupt();

      wasInterrupted(call);
      assertThat(server.seesClientLeave()).isTrue();
    }
  }

  @Test
  void theBodyOfARefusalIsNotWaitedFor() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    try (var server =
            HostileServer.onRequest(
                peer -> {
                  peer.write(RawResponse.status(503).contentLength(9).head());
                  begun.countDown();
                  peer.stall();
                });
        var adapter = adapterTo(server)) {
      CallUnderWay call = TestRun.call(adapter);
      begun.await();

      call.interrupt();

      wasInterrupted(call);
    }
  }

  private static void wasInterrupted(CallUnderWay call) throws InterruptedException {
    Throwable thrown = call.end();
    assertThat(thrown).isInstanceOf(CallInterruptedException.class);
    assertThat(((RunResultsException) thrown).isRetryable()).isFalse();
    assertThat(((RunResultsException) thrown).sessionId()).hasValue(TestRun.ID);
    assertThat(call.leftTheInterruptFlagSet()).isTrue();
  }

  @Test
  void anInterruptedAdapterStillServesOthers() throws Exception {
    try (var server =
            HostileServer.onRequest(
                peer -> {
                  if (peer.isFirst()) {
                    peer.stall();
                  }
                  peer.write(TestRun.response().bytes());
                });
        var adapter = adapterTo(server)) {
      CallUnderWay call = TestRun.call(adapter);
      assertThat(server.awaitRequest()).isNotEmpty();
      call.interrupt();
      wasInterrupted(call);

      assertThat(adapter.find(TestRun.ID)).isPresent();
    }
  }
}
