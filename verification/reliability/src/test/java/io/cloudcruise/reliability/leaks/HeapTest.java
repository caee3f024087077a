package io.cloudcruise.reliability.leaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.rigs.HostileServer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that a caller keeps of a failed call leads to its key: once adapter and key are let go
 * of, a dump of the whole heap holds the exceptions, and the key nowhere. Buffers outside the heap,
 * of which a dump knows nothing, are the JDK's affair.
 */
@Timeout(120)
@ExtendWith(Eavesdropping.class)
class HeapTest {
  /** Made anew, and not a constant: these are in the heap of whoever loads their class. */
  private final String key = "sk_" + UUID.randomUUID();

  @TempDir private Path directory;

  private String dump(boolean keepsKey, String... baseUrls)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(DumpedMain.class.getName()));
    command.addAll(List.of(dumped().toString(), String.valueOf(keepsKey)));
    command.addAll(List.of(baseUrls));
    try (ChildProcess child =
        ChildProcess.start(directory, Map.of(), List.of(), command.toArray(String[]::new))) {
      return child.tell(key).end();
    }
  }

  private Path dumped() {
    return directory.resolve("heap.hprof");
  }

  private boolean holds(String text) throws IOException {
    String heap = Files.readString(dumped(), ISO_8859_1);
    return Stream.of(ISO_8859_1, UTF_16LE, UTF_16BE)
        .anyMatch(charset -> heap.contains(spelled(text, charset)));
  }

  private static String spelled(String text, Charset charset) {
    return new String(text.getBytes(charset), ISO_8859_1);
  }

  @Test
  void exceptionsLeadToNoKey() throws IOException, InterruptedException {
    try (var denying = new PlantedPlatform().run(PlantedPlatform.failure(401));
        var failing = new PlantedPlatform().run(PlantedPlatform.failure(503));
        var babbling = new PlantedPlatform().run(PlantedPlatform.garbage());
        var resetting = HostileServer.onRequest(HostileServer.Peer::reset);
        var silent = HostileServer.onRequest(HostileServer.Peer::stall)) {
      String kept =
          dump(
              false,
              denying.baseUrl(),
              failing.baseUrl(),
              babbling.baseUrl(),
              resetting.baseUrl(),
              silent.baseUrl(),
              "http://127.0.0.1:1");

      assertThat(denying.server().requests().get(0)).contains(key);
      assertThat(kept.lines())
          .containsExactly(
              "AccessDeniedException",
              "UnavailableException",
              "ContractViolationException",
              "UnavailableException",
              "DeadlineExceededException",
              "UnavailableException");
      assertThat(holds("run-of-the-dump: access denied")).as("the exceptions").isTrue();
      assertThat(holds(key)).as("the key").isFalse();
    }
  }

  /** What is never found would never be missed. */
  @Test
  void aKeyThatIsKeptIsFound() throws IOException, InterruptedException {
    dump(true, "http://127.0.0.1:1");

    assertThat(holds(key)).isTrue();
  }
}
