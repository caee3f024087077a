package io.cloudcruise.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.rigs.Exposure;
import io.cloudcruise.rigs.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final String SHA256_OF_A =
      "4cf0aa4c1d6c0e1f1c14b8f0d1a5a4bdbd1d4ca3d12ff0a3c3dfe6d2bb43a9d4";

  private final ScriptedStorage storage = new ScriptedStorage();
  private final ScriptedRun run = new ScriptedRun("a");
  private final RunArchive archive =
      RunArchive.builder(run, storage)
          .clock(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))
          .build();
  private Path directory;

  @BeforeEach
  void chooseADirectory(@TempDir Path temporary) {
    directory = temporary;
  }

  private void write(String manifest) throws IOException {
    Files.writeString(directory.resolve("manifest.json"), manifest);
  }

  private static String manifest(String artifacts) {
    return """
        {"format": "cloudcruise-run-archive-1", "session_id": "%s", "artifacts": %s}
        """
        .formatted(ScriptedRun.ID, artifacts);
  }

  private static String line(String path) {
    return """
        {"kind": "file", "name": "a", "position": 0, "file": "%s", "size": 12, "sha256": "%s",
         "saved_at": "2026-01-02T03:04:05Z"}
        """
        .formatted(path, SHA256_OF_A);
  }

  private void assertRefused() throws IOException {
    assertThatThrownBy(() -> archive.save(ScriptedRun.ID, directory))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith(directory.resolve("manifest.json") + ": ");
    assertThat(run.asked()).isZero();
    assertThat(storage.fetched()).isEmpty();
    assertThat(Tree.of(directory)).containsOnlyKeys("manifest.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "[{\"kind\": \"canary\", \"position\": 0}]",
        "[{\"kind\": \"file\", \"position\": \"canary\"}]",
        "[{\"kind\": \"file\", \"position\": 0, \"file\": \"files/a\", \"size\": 1,"
            + " \"sha256\": \"SHA256\", \"saved_at\": \"canary\"}]"
      })
  void noExceptionQuotesAnUnreadableManifest(String artifacts) throws IOException {
    write(manifest(artifacts.replace("SHA256", SHA256_OF_A)));

    assertThatThrownBy(() -> archive.save(ScriptedRun.ID, directory))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("cannot be read (")
        .satisfies(thrown -> assertThat(Exposure.of(thrown)).doesNotContainIgnoringCase("canary"));
  }

  @Test
  void itSaysWhereAFileIsAndCameFromAndWhen() throws IOException {
    archive.save(ScriptedRun.ID, directory);

    assertThat(directory.resolve("manifest.json"))
        .content()
        .contains("\"format\" : \"cloudcruise-run-archive-1\"")
        .contains("\"session_id\" : \"" + ScriptedRun.ID + "\"")
        .contains("\"file\" : \"files/a\"")
        .contains("\"source\" : \"https://storage.example/a?***\"")
        .contains("\"size\" : 12")
        .containsPattern("\"sha256\" : \"[0-9a-f]{64}\"")
        .contains("\"saved_at\" : \"2026-01-02T03:04:05Z\"")
        .doesNotContain("failure");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{}",
        "\"text\"",
        "{\"format\": \"cloudcruise-run-archive-2\", \"artifacts\": []}",
        "{\"format\": \"cloudcruise-run-archive-1\"}"
      })
  void aFileThatIsNoManifestIsRefused(String text) throws IOException {
    write(text);

    assertRefused();
  }

  static Stream<String> brokenArtifacts() {
    return Stream.of(
        "null",
        "[null]",
        "[{}]",
        "[{\"kind\": \"virus\"}]",
        "{\"a\": 1}",
        "[] []",
        "[" + line("files/a").replace(SHA256_OF_A, "abc") + "]",
        "[" + line("files/a").replace("2026-01-02T03:04:05Z", "yesterday") + "]");
  }

  @ParameterizedTest
  @MethodSource("brokenArtifacts")
  void aManifestOfBrokenArtifactsIsRefused(String artifacts) throws IOException {
    write(manifest(artifacts));

    assertRefused();
  }

  static Stream<String> hostilePaths() {
    return Stream.of(
        "files/../x",
        "../x",
        "files/..",
        "files/.",
        "files/",
        "/etc/passwd",
        "files//etc/passwd",
        "files/a/b",
        "files/..\\\\x",
        "C:\\\\x",
        "files/C:x",
        "files/a\\u0000",
        "files/a\\n",
        "screenshots/a",
        "results.json",
        "files/" + "x".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource("hostilePaths")
  void aPathThatLeadsElsewhereIsRefused(String path) throws IOException {
    write(manifest("[" + line(path) + "]"));

    assertRefused();
  }

  @Test
  void twoArtifactsAreNotOneFile() throws IOException {
    String other = line("files/A").replace("\"position\": 0", "\"position\": 1");
    write(manifest("[" + line("files/a") + "," + other + "]"));

    assertRefused();
  }

  @Test
  void aFileIsNotBelievedToBeThere() throws IOException {
    write(manifest("[" + line("files/elsewhere") + "]"));

    SavedRun saved = archive.save(ScriptedRun.ID, directory);

    assertThat(storage.fetched()).containsExactly("a");
    assertThat(saved.artifacts().get(0).file().get().path()).isEqualTo("files/elsewhere");
    assertThat(directory.resolve("files/elsewhere")).hasContent("content of a");
  }

  @Test
  void anArtifactWhoseTimestampChangedIsListedOnce() throws IOException {
    run.has(ScriptedRun.file("a", "a", "earlier"));
    archive.save(ScriptedRun.ID, directory);
    run.has(ScriptedRun.file("a", "a", "later"));

    archive.save(ScriptedRun.ID, directory);

    assertThat(Files.readString(directory.resolve("manifest.json")))
        .contains("later")
        .doesNotContain("earlier");
    assertThat(Tree.of(directory)).containsOnlyKeys("files/a", "manifest.json", "results.json");
  }

  @Test
  void artifactsThatTheRunHasLostStayListed() throws IOException {
    archive.save(ScriptedRun.ID, directory);
    run.has("b");

    archive.save(ScriptedRun.ID, directory);

    assertThat(Files.readString(directory.resolve("manifest.json"))).contains("files/a", "files/b");
  }

  @Test
  void anArtifactThatIsNotListedIsNotSaved() throws IOException {
    storage.fail("a");
    archive.save(ScriptedRun.ID, directory);
    write(manifest("[{\"kind\": \"file\", \"name\": \"a\", \"position\": 0}]"));

    assertThat(RunArchive.open(directory).missing())
        .singleElement()
        .satisfies(missing -> assertThat(missing.failure()).contains("it has not been saved"));
  }

  /** A process may be killed at any time; what it saved before is not fetched again. */
  @Test
  void itIsWrittenEachSecondThatSavingTakes() {
    MovableClock time = new MovableClock();
    List<Long> known = new ArrayList<>();
    List<String> names = List.of("a", "b", "c", "d", "e");
    run.has(names.toArray(String[]::new));
    for (String name : names) {
      storage.script(
          name,
          (request, receiver) -> {
            known.add(filesInManifest());
            time.advance(Duration.ofMillis(500));
            ScriptedStorage.serve(request, receiver);
          });
    }

    RunArchive.builder(run, storage).clock(time).atOnce(1).build().save(ScriptedRun.ID, directory);

    assertThat(known).containsExactly(0L, 0L, 2L, 2L, 4L);
  }

  private long filesInManifest() {
    Path manifest = directory.resolve("manifest.json");
    try {
      String text = Files.exists(manifest) ? Files.readString(manifest) : "";
      return text.lines().filter(line -> line.contains("\"files/")).count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
