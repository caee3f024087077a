package io.cloudcruise.artifact;

import static io.cloudcruise.artifact.TestArtifact.adapterTo;
import static io.cloudcruise.artifact.TestArtifact.failure;
import static io.cloudcruise.artifact.TestArtifact.fetch;
import static io.cloudcruise.artifact.TestArtifact.response;
import static io.cloudcruise.artifact.TestArtifact.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactReceiver;
import io.cloudcruise.core.port.ArtifactRequest;
import io.cloudcruise.rigs.CallUnderWay;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.Threads;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends a fetch from outside: an interrupt, a close, a receiver that throws. */
@Timeout(60)
class HttpArtifactAdapterEndTest {

  /** Signals when the first bytes have come. */
  private static final class Begun implements ArtifactReceiver {
    private final CountDownLatch received = new CountDownLatch(1);

    @Override
    public void begin(ArtifactHead head) {}

    @Override
    public void receive(ByteBuffer bytes) {
      received.countDown();
    }
  }

  private static CallUnderWay start(HttpArtifactAdapter adapter, String url, Begun receiver) {
    ArtifactRequest request =
        ArtifactRequest.whole(TestArtifact.signed(url), 1 << 20, TestArtifact.LONG);
    return CallUnderWay.start(() -> adapter.fetch(request, receiver));
  }

  private static void ended(Reason reason, @Nullable Throwable thrown) {
    ArtifactException failure = failure(thrown);
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.isRetryable()).isFalse();
  }

  private static void wasInterrupted(CallUnderWay call) throws InterruptedException {
    ended(Reason.INTERRUPTED, call.end());
    assertThat(call.leftTheInterruptFlagSet()).isTrue();
  }

  private static HostileServer dripping() {
    return HostileServer.onRequest(
        peer -> {
          peer.write("HTTP/1.1 200 OK\r\n\r\n");
          peer.drip('x');
        });
  }

  @Test
  void nothingIsSentByAThreadThatIsInterruptedAlready() {
    try (var server = HostileServer.responding(response());
        var adapter = adapterTo(server).build()) {
      Thread.currentThread().interrupt();

      Throwable thrown = catchThrowable(() -> fetch(adapter, whole(server.baseUrl())));

      assertThat(Thread.interrupted()).isTrue();
      ended(Reason.INTERRUPTED, thrown);
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void anInterruptEndsTheWaitForAnResponse() throws Exception {
    try (var server = HostileServer.onRequest(HostileServer.Peer::stall);
        var adapter = adapterTo(server).build()) {
      CallUnderWay call = start(adapter, server.baseUrl(), new Begun());
      assertThat(server.awaitRequest()).isNotEmpty();

      call.interrupt();

      wasInterrupted(call);
      assertThat(server.seesClientLeave()).isTrue();
    }
  }

  @Test
  void anInterruptEndsTheReadingOfABody() throws Exception {
    Begun receiver = new Begun();
    try (var server = dripping();
        var adapter = adapterTo(server).build()) {
      CallUnderWay call = start(adapter, server.baseUrl(), receiver);
      receiver.received.await();

      call.interrupt();

      wasInterrupted(call);
      assertThat(server.seesClientLeave()).isTrue();
    }
  }

  @Test
  void anInterruptEndsALookup() throws Exception {
    endsALookup((adapter, call) -> call.interrupt(), Reason.INTERRUPTED);
  }

  @Test
  void closingEndsALookup() throws Exception {
    endsALookup((adapter, call) -> adapter.close(), Reason.CLOSED);
  }

  /** A close must not wait for a lookup, even if the executor makes the caller look up. */
  @Test
  void closingDoesNotWaitForALookupOnTheCallersThread() throws Exception {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    HttpArtifactAdapter adapter =
        HttpArtifactAdapter.builder()
            .executor(Runnable::run)
            .resolver(
                host -> {
                  looking.countDown();
                  awaitUninterruptibly(closed);
                  return InetAddress.getAllByName("8.8.8.8");
                })
            .build();
    CallUnderWay call = start(adapter, "https://s.example", new Begun());
    looking.await();

    adapter.close();
    closed.countDown();

    ended(Reason.CLOSED, call.end());
  }

  private static void endsALookup(BiConsumer<HttpArtifactAdapter, CallUnderWay> what, Reason reason)
      throws Exception {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    HttpArtifactAdapter.Builder builder =
        HttpArtifactAdapter.builder()
            .resolver(
                host -> {
                  looking.countDown();
                  awaitUninterruptibly(never);
                  return new InetAddress[0];
                });
    try (var adapter = builder.build()) {
      CallUnderWay call = start(adapter, "https://s.example", new Begun());
      looking.await();

      what.accept(adapter, call);

      ended(reason, call.end());
    } finally {
      never.countDown();
    }
  }

  /** As the JDK's lookup does. */
  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException deaf) {
        // goes on
      }
    }
  }

  @Test
  void closingEndsFetchesThatWaitForAnResponse() throws Exception {
    try (var server = HostileServer.onRequest(HostileServer.Peer::stall)) {
      HttpArtifactAdapter adapter = adapterTo(server).build();
      List<CallUnderWay> calls = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        calls.add(start(adapter, server.baseUrl(), new Begun()));
        assertThat(server.awaitRequest()).isNotEmpty();
      }

      adapter.close();

      for (CallUnderWay call : calls) {
        ended(Reason.CLOSED, call.end());
      }
      assertThat(server.seesClientLeave()).isTrue();
    }
  }

  @Test
  void closingEndsTheReadingOfABody() throws Exception {
    Begun receiver = new Begun();
    try (var server = dripping()) {
      HttpArtifactAdapter adapter = adapterTo(server).build();
      CallUnderWay call = start(adapter, server.baseUrl(), receiver);
      receiver.received.await();

      adapter.close();

      ended(Reason.CLOSED, call.end());
      assertThat(server.seesClientLeave()).isTrue();
    }
  }

  @Test
  void fetchesAfterwardsAreAMistake() {
    try (var server = HostileServer.responding(response())) {
      HttpArtifactAdapter adapter = adapterTo(server).build();
      adapter.close();
      adapter.close();

      assertThatIllegalStateException()
          .isThrownBy(() -> fetch(adapter, whole(server.baseUrl())))
          .withMessage("the adapter is closed");

      assertThat(server.connections()).isZero();
    }
  }

  /** Whatever the moment: a fetch ends well, or as one under way, or as one that came too late. */
  @RepeatedTest(20)
  void fetchesThatRaceWithClosingEndInOneOfThreeWays() throws Exception {
    try (var server = HostileServer.responding(response())) {
      HttpArtifactAdapter adapter = adapterTo(server).build();
      fetch(adapter, whole(server.baseUrl()));
      List<CallUnderWay> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(start(adapter, server.baseUrl(), new Begun()));
      }

      adapter.close();

      for (CallUnderWay call : calls) {
        Throwable thrown = call.end();
        if (thrown instanceof IllegalStateException) {
          assertThat(thrown).hasMessage("the adapter is closed");
        } else if (thrown != null) {
          ended(Reason.CLOSED, thrown);
        }
      }
    }
  }

  @Test
  void ownThreadsEnd() {
    Threads threads = Threads.sinceNow();
    try (var server = HostileServer.responding(response())) {
      HttpArtifactAdapter adapter = adapterTo(server).build();
      fetch(adapter, whole(server.baseUrl()));
      assertThat(threads.named("cloudcruise-artifacts")).isNotEmpty().allMatch(Thread::isDaemon);

      adapter.close();

      assertThat(Threads.soon(() -> threads.named("cloudcruise-artifacts").isEmpty())).isTrue();
      assertThat(threads.selectorsEndSoon()).isTrue();
    }
  }

  @Test
  void anExecutorThatWasPassedInStaysOpen() {
    ExecutorService executor = Executors.newCachedThreadPool();
    Threads threads = Threads.sinceNow();
    try (var server = HostileServer.responding(response())) {
      HttpArtifactAdapter adapter = adapterTo(server).executor(executor).build();
      fetch(adapter, whole(server.baseUrl()));

      adapter.close();

      assertThat(threads.named("cloudcruise-artifacts")).isEmpty();
      assertThat(executor.isShutdown()).isFalse();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void anExecutorThatIsShutDownFailsTheFetch() {
    ExecutorService executor = Executors.newCachedThreadPool();
    try (var server = HostileServer.responding(response());
        var adapter = adapterTo(server).executor(executor).build()) {
      executor.shutdownNow();

      assertThat(failure(adapter, whole(server.baseUrl())).reason()).isEqualTo(Reason.BROKEN);
    }
  }

  /** A receiver's own, also where it looks like one of the transport's. */
  static Stream<RuntimeException> exceptions() {
    return Stream.of(
        new IllegalStateException("disk full"),
        new CancellationException("enough"),
        new ArtifactException(Reason.TOO_LARGE, "mine"));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void anExceptionOfTheReceiverAtTheHeadIsThrown(RuntimeException mine) throws Exception {
    endsWith(
        mine,
        new ArtifactReceiver() {
          @Override
          public void begin(ArtifactHead head) {
            throw mine;
          }

          @Override
          public void receive(ByteBuffer bytes) {}
        });
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void anExceptionOfTheReceiverAtBytesIsThrown(RuntimeException mine) throws Exception {
    endsWith(
        mine,
        new ArtifactReceiver() {
          @Override
          public void begin(ArtifactHead head) {}

          @Override
          public void receive(ByteBuffer bytes) {
            throw mine;
          }
        });
  }

  private static void endsWith(RuntimeException mine, ArtifactReceiver receiver) throws Exception {
    try (var server = dripping();
        var adapter = adapterTo(server).build()) {

      Throwable thrown = catchThrowable(() -> adapter.fetch(whole(server.baseUrl()), receiver));

      assertThat(thrown).isSameAs(mine).hasNoSuppressedExceptions();
      assertThat(server.seesClientLeave()).isTrue();
    }
  }
}
