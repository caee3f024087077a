package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.adapterTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UnavailableException.Reason;
import io.cloudcruise.rigs.CallUnderWay;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FeignRunResultsAdapterCloseTest {

  private static void wasClosed(@Nullable Throwable thrown) {
    assertThat(thrown).isInstanceOf(UnavailableException.class);
    assertThat(((UnavailableException) thrown).reason()).isEqualTo(Reason.CLOSED);
    assertThat(((RunResultsException) thrown).isRetryable()).isFalse();
    assertThat(((RunResultsException) thrown).sessionId()).hasValue(TestRun.ID);
  }

  @Test
  void callsThatWaitForAnResponseFail() throws Exception {
    try (var server = HostileServer.onRequest(HostileServer.Peer::stall)) {
      FeignRunResultsAdapter adapter = adapterTo(server);
      List<CallUnderWay> calls = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        calls.add(TestRun.call(adapter));
        assertThat(server.awaitRequest()).isNotEmpty();
      }

      adapter.close();

      for (CallUnderWay call : calls) {
        wasClosed(call.end());
      }
      assertThat(server.seesClientLeave()).isTrue();
    }
  }

  @Test
  void aCallThatReadsABodyFails() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    try (var server =
        HostileServer.onRequest(
            peer -> {
              peer.write("HTTP/1.1 200 OK\r\n\r\n{");
              begun.countDown();
              peer.drip(' ');
            })) {
      FeignRunResultsAdapter adapter = adapterTo(server);
      CallUnderWay call = TestRun.call(adapter);
      begun.await();

      adapter.close();

      wasClosed(call.end());
    }
  }

  @Test
  void callsAfterwardsAreAMistake() {
    try (var server = HostileServer.responding(TestRun.response())) {
      FeignRunResultsAdapter adapter = adapterTo(server);
      adapter.close();

      assertThatIllegalStateException()
          .isThrownBy(() -> adapter.find(TestRun.ID))
          .withMessage("the adapter is closed");

      assertThat(server.connections()).isZero();
    }
  }

  /** Whatever the moment: a call ends well, or as one under way, or as one that came too late. */
  @RepeatedTest(20)
  void callsThatRaceWithClosingEndInOneOfThreeWays() throws Exception {
    try (var server = HostileServer.responding(TestRun.response())) {
      FeignRunResultsAdapter adapter = adapterTo(server);
      assertThat(adapter.find(TestRun.ID)).isPresent();
      List<CallUnderWay> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(TestRun.call(adapter));
      }

      adapter.close();

      for (CallUnderWay call : calls) {
        Throwable thrown = call.end();
        if (thrown instanceof IllegalStateException) {
          assertThat(thrown).hasMessage("the adapter is closed");
        } else if (thrown != null) {
          wasClosed(thrown);
        }
      }
    }
  }

  @Test
  void closingTwiceIsFine() {
    try (var server = HostileServer.responding(TestRun.response())) {
      FeignRunResultsAdapter adapter = adapterTo(server);
      assertThat(adapter.find(TestRun.ID)).isPresent();
      adapter.close();

      assertThatNoException().isThrownBy(adapter::close);
    }
  }

  @Test
  void ownThreadsEnd() {
    Threads threads = Threads.sinceNow();
    try (var server = HostileServer.responding(TestRun.response())) {
      FeignRunResultsAdapter adapter = adapterTo(server);
      assertThat(adapter.find(TestRun.ID)).isPresent();
      assertThat(threads.workers()).isPositive();

      adapter.close();

      assertThat(Threads.soon(() -> threads.workers() == 0)).isTrue();
      assertThat(threads.selectorsEndSoon()).isTrue();
    }
  }

  @Test
  void fiftyAdaptersLeaveNoThreads() {
    Threads threads = Threads.sinceNow();
    try (var server = HostileServer.responding(TestRun.response())) {

      for (int i = 0; i < 50; i++) {
        try (var adapter = adapterTo(server)) {
          assertThat(adapter.find(TestRun.ID)).isPresent();
        }
      }

      assertThat(Threads.soon(() -> threads.workers() == 0)).isTrue();
      assertThat(threads.selectorsEndSoon()).isTrue();
    }
  }

  @Test
  void anAdapterHasOneClientHoweverManyCalls() {
    Threads threads = Threads.sinceNow();
    try (var server = HostileServer.responding(TestRun.response());
        var adapter = adapterTo(server)) {

      for (int call = 0; call < 20; call++) {
        assertThat(adapter.find(TestRun.ID)).isPresent();
      }

      assertThat(threads.selectors()).isOne();
    }
  }

  @Test
  void ownThreadsDoNotKeepTheMachineAlive() {
    try (var server = HostileServer.responding(TestRun.response());
        var adapter = adapterTo(server)) {
      assertThat(adapter.find(TestRun.ID)).isPresent();

      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().matches("cloudcruise-http|HttpClient-.*"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    }
  }

  @Test
  void anExecutorThatWasPassedInDoesTheWorkAndStaysOpen() {
    ExecutorService executor = Executors.newCachedThreadPool();
    AtomicInteger tasks = new AtomicInteger();
    Threads threads = Threads.sinceNow();
    try (var server = HostileServer.responding(TestRun.response())) {
      FeignRunResultsAdapter adapter =
          adapterTo(server.baseUrl())
              .executor(
                  task -> {
                    tasks.incrementAndGet();
                    executor.execute(task);
                  })
              .build();
      assertThat(adapter.find(TestRun.ID)).isPresent();

      adapter.close();

      assertThat(tasks).hasPositiveValue();
      assertThat(threads.workers()).isZero();
      assertThat(executor.isShutdown()).isFalse();
    } finally {
      executor.shutdownNow();
    }
  }
}
