package io.cloudcruise.reliability.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.cli.Main;
import io.cloudcruise.core.wait.RunWaiter;
import io.cloudcruise.core.wait.WaitPolicy;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.rigs.HostileServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What others on the machine, and tools beside the process, see of it while a call goes on. */
@Timeout(60)
@ExtendWith(Eavesdropping.class)
class ProcessTest {
  @TempDir private Path directory;

  @Test
  void threadsAreNamedAfterNoSecret() throws InterruptedException {
    try (var silent = HostileServer.onRequest(HostileServer.Peer::stall);
        FeignRunResultsAdapter runs = PlantedPlatform.runs(silent.baseUrl());
        RunWaiter waiter = RunWaiter.builder(runs).build()) {
      var unused = waiter.start(PlantedRun.ID, WaitPolicy.STANDARD);
      assertThat(silent.awaitRequest()).contains(Planted.API_KEY);

      String names =
          Thread.getAllStackTraces().keySet().stream()
              .map(Thread::toString)
              .collect(Collectors.joining("\n"));

      assertThat(names).contains("cloudcruise");
      Planted.isNotIn(names, "the name of a thread");
    }
  }

  @Test
  void argumentsHoldNoSecret() throws IOException, InterruptedException {
    try (var silent = HostileServer.onRequest(HostileServer.Peer::stall);
        ChildProcess program = program(List.of(), silent, "results")) {
      assertThat(silent.awaitRequest()).contains(Planted.API_KEY);

      ProcessHandle.Info seen = program.handle().info();

      seen.commandLine().ifPresent(line -> assertThat(line).endsWith(" --verbose"));
      Planted.isNotIn(seen.toString(), "the process");
      Planted.isNotIn(arguments(program.handle().pid()), "/proc/*/cmdline");
    }
  }

  private ChildProcess program(List<String> options, HostileServer platform, String... command)
      throws IOException {
    Map<String, String> environment =
        Map.of("CLOUDCRUISE_API_KEY", Planted.API_KEY, "CLOUDCRUISE_BASE_URL", platform.baseUrl());
    String[] all = {Main.class.getName(), command[0], PlantedRun.ID.value(), "--verbose"};
    return ChildProcess.start(directory, environment, options, all);
  }

  /** Where there is such a file, which is on Linux. */
  private static String arguments(long process) throws IOException {
    Path file = Path.of("/proc", String.valueOf(process), "cmdline");
    return Files.isReadable(file) ? Files.readString(file) : "";
  }

  @Test
  void aProcessOfItsOwnPrintsNoKey() throws IOException, InterruptedException {
    try (var denying = new PlantedPlatform().run(PlantedPlatform.failure(401));
        ChildProcess program = program(List.of(), denying.server(), "results")) {
      String printed = program.end();

      assertThat(printed).contains("access denied").contains("AccessDeniedException");
      Planted.isNotIn(printed, "the program");
    }
  }

  /**
   * The JDK's client has a log that somebody has to ask for by a system property, and then prints
   * every header of every request. That no library can keep it from; SECURITY.md says so. It also
   * proves that what is heard in these tests would be heard.
   */
  @Test
  void theLogThatTheJdkKeepsOfHeadersShowsTheKey() throws IOException, InterruptedException {
    List<String> asking = List.of("-Djdk.httpclient.HttpClient.log=headers");
    try (var denying = new PlantedPlatform().run(PlantedPlatform.failure(401));
        ChildProcess program = program(asking, denying.server(), "results")) {
      assertThat(program.end()).contains("cc-key: " + Planted.API_KEY);
    }
  }
}
