package io.cloudcruise.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ResourcesTest {
  @Test
  void threadThatStaysIsNoticed() throws InterruptedException {
    Resources before = Resources.now();
    CountDownLatch end = new CountDownLatch(1);
    Thread thread = new Thread(end::countDown, "left-behind-1");
    Thread waiting = new Thread(() -> awaitQuietly(end), "left-behind-2");
    waiting.start();

    Resources after = Resources.now();
    thread.start();
    waiting.join();

    assertThat(after.exceeding(before)).containsExactly("1 threads left-behind-#");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException woken) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void socketThatStaysOpenIsNoticed() throws IOException {
    Resources before = Resources.now();
    assumeThat(before.sockets()).isPresent();

    try (ServerSocket socket = new ServerSocket(0)) {
      assertThat(socket.isBound()).isTrue();
      assertThat(Resources.now().exceeding(before)).hasSize(1).first().asString().contains("sock");
    }
  }

  @Test
  void memoryThatStaysInUseIsNoticed() {
    Resources before = Resources.now();
    byte[] kept = new byte[2 * (int) Resources.HEAP_TOLERANCE];

    Resources after = Resources.now();

    assertThat(after.exceeding(before)).hasSize(1).first().asString().contains("heap");
    assertThat(kept).isNotEmpty();
  }
}
