package io.cloudcruise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.cli.Program.Ended;
import io.cloudcruise.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactSaverTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final int DEMO = 1;
  private static final int SECRETS = 41;
  private static final int RENEWED = 55;
  private static final int ATTACKS = 56;

  @TempDir private Path folder;

  private Ended run(String command, int run, Path to, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command, "--sandbox", Program.run(run)));
    arguments.addAll(List.of("--to", to.toString()));
    arguments.addAll(Arrays.asList(options));
    return new Program().at(CLOCK).run(arguments.toArray(String[]::new));
  }

  private static List<String> filesIn(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static Map<String, FileTime> timesIn(Path directory) throws IOException {
    Map<String, FileTime> times = new TreeMap<>();
    for (String file : filesIn(directory)) {
      times.put(file, Files.getLastModifiedTime(directory.resolve(file)));
    }
    return times;
  }

  @Test
  void archivesARunWhole() throws IOException {
    Path directory = folder.resolve("evidence");

    Ended ended = run("archive", DEMO, directory);

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("11 artifacts, ").endsWith(", in " + directory + "\n");
    assertThat(filesIn(directory))
        .contains("manifest.json", "results.json", "files/invoices-2025-12.csv")
        .hasSize(13);
    assertThat(Files.readString(directory.resolve("results.json"))).doesNotContain("token=");
    assertThat(Files.readString(directory.resolve("manifest.json"))).doesNotContain("token=");
  }

  @Test
  void archivingAgainChangesNothing() throws IOException {
    try (Sandbox sandbox = Sandbox.builder().clock(CLOCK).start()) {
      String[] command = {
        "archive",
        Program.run(DEMO),
        "--base-url",
        sandbox.baseUrl().toString(),
        "--to",
        "" + folder
      };
      Program program = new Program().at(CLOCK).with("CLOUDCRUISE_API_KEY", Sandbox.API_KEY);
      program.run(command);
      Map<String, FileTime> before = timesIn(folder);
      long fetched = sandbox.requestCount();

      Ended again = program.run(command);

      assertThat(again.code()).isZero();
      assertThat(timesIn(folder)).isEqualTo(before);
      assertThat(sandbox.requestCount()).as("the run, and no artifact").isEqualTo(fetched + 1);
    }
  }

  @Test
  void downloadsOnlyWhatIsAskedFor() throws IOException {
    Ended ended = run("download", DEMO, folder, "--only", "files,recordings");

    assertThat(ended.code()).isZero();
    assertThat(filesIn(folder))
        .contains("files/remittance-advice.pdf", "recordings/01 recording.mp4")
        .noneMatch(file -> file.startsWith("screenshots"))
        .doesNotContain("results.json");
    assertThat(ended.err()).contains("saved files/remittance-advice.pdf, ");
  }

  @Test
  void renewsUrlsThatAreRefused() {
    Ended ended = run("download", RENEWED, folder);

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("5 artifacts, ");
  }

  @Test
  void attacksStayInTheDirectoryAndWhatIsMissingIsTold() throws IOException {
    Path directory = Files.createDirectories(folder.resolve("deep/down/evidence"));

    Ended ended = run("download", ATTACKS, directory);

    assertThat(ended.code()).isEqualTo(ExitCode.ARTIFACTS_MISSING);
    assertThat(filesIn(folder)).allMatch(file -> file.startsWith("deep/down/evidence/"));
    assertThat(filesIn(directory)).hasSize(38);
    assertThat(ended.err().lines().filter(line -> line.contains(" is missing: "))).hasSize(18);
    assertThat(ended.err()).doesNotContain("\u001B").doesNotContain("token=");
  }

  @Test
  void reportsOnAnArchiveOfflineAndDirectlyAlike() throws IOException {
    Path direct = folder.resolve("direct.html");
    Path offline = folder.resolve("offline.html");
    run("archive", DEMO, folder.resolve("evidence"));

    Ended online = run("report", DEMO, direct);
    Ended archived =
        new Program()
            .at(CLOCK)
            .run(
                "report",
                "--archive",
                folder.resolve("evidence").toString(),
                "--to",
                offline.toString());

    assertThat(online.code()).isZero();
    assertThat(archived.code()).isZero();
    assertThat(Files.readString(offline)).isEqualTo(Files.readString(direct));
    assertThat(folder.resolve("direct.html-archive")).doesNotExist();
    assertThat(Files.readString(direct)).doesNotContain("token=").doesNotContain("127.0.0.1");
  }

  @Test
  void reportsTellWhatIsMissing() throws IOException {
    Path file = folder.resolve("report.html");

    Ended ended = run("report", ATTACKS, file);

    assertThat(ended.code()).isEqualTo(ExitCode.ARTIFACTS_MISSING);
    assertThat(Files.readString(file)).contains("Could not be had");
    assertThat(filesIn(folder)).containsExactly("report.html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"archive", "download", "report"})
  void needARunAndAPlaceForIt(String command) {
    Ended nowhere = new Program().run(command, "--sandbox");
    Ended nothing = new Program().run(command, "--to", folder.resolve("x").toString());

    assertThat(nowhere.code()).isEqualTo(ExitCode.USAGE);
    assertThat(nothing.code()).isEqualTo(ExitCode.USAGE);
    assertThat(nothing.err()).contains("which run?");
  }

  @Test
  void aDirectoryOfAnotherRunIsRefusedBeforeAnythingIsFetched() throws IOException {
    run("archive", DEMO, folder);
    Map<String, FileTime> before = timesIn(folder);

    Ended ended = run("archive", RENEWED, folder);

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("holds another run");
    assertThat(timesIn(folder)).isEqualTo(before);
  }

  @Test
  void anArchiveThatIsNoneIsRefused() {
    Ended ended =
        new Program()
            .run(
                "report",
                "--archive",
                folder.toString(),
                "--to",
                folder.resolve("r.html").toString());

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("no archive of a run");
  }

  @Test
  void secretsAreInNoFile() throws IOException {
    run("archive", SECRETS, folder.resolve("evidence"));
    run("report", SECRETS, folder.resolve("report.html"));

    for (String file : filesIn(folder)) {
      assertThat(Files.readString(folder.resolve(file)))
          .as(file)
          .doesNotContain("national-id-canary", "answer-canary", "1234567890123")
          .doesNotContain("user-name-canary", "password-canary", "tfa-secret-canary");
    }
    assertThat(Files.readString(folder.resolve("report.html"))).contains("national_id", "***");
  }
}
