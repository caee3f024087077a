package io.cloudcruise.reliability.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import io.cloudcruise.archive.ArchiveException;
import io.cloudcruise.archive.RunArchive;
import io.cloudcruise.archive.SavedRun;
import io.cloudcruise.artifact.HttpArtifactAdapter;
import io.cloudcruise.core.artifact.RunArtifacts;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactReceiver;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.rigs.RawResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence that cannot be had, written or read shows no signature, and nothing that it holds. */
@Timeout(60)
@ExtendWith(Eavesdropping.class)
class ArtifactSaverFailureTest {
  private static final ArtifactReceiver NOBODY =
      new ArtifactReceiver() {
        @Override
        public void begin(ArtifactHead head) {}

        @Override
        public void receive(ByteBuffer bytes) {
          bytes.position(bytes.limit());
        }
      };

  @TempDir private Path directory;
  private final PlantedPlatform platform = new PlantedPlatform();
  private final FeignRunResultsAdapter runs = platform.runs();
  private final HttpArtifactAdapter artifacts = platform.artifacts();

  @AfterEach
  void close() {
    runs.close();
    artifacts.close();
    platform.close();
  }

  private RunArchive archive() {
    return RunArchive.builder(runs, artifacts).deadline(Duration.ofSeconds(2)).build();
  }

  static Stream<Named<RawResponse>> failures() {
    return Stream.concat(
        Stream.of(401, 403, 404, 500)
            .map(status -> named("" + status, PlantedPlatform.failure(status))),
        Stream.of(
            named(
                "redirect",
                RawResponse.status(302).header("Location", "https://canary.invalid/?canary"))));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void artifactsThatCannotBeHad(RawResponse failure) {
    platform.artifact(failure);
    RunArtifacts of =
        RunArtifacts.builder(runs.get(PlantedRun.ID), runs, artifacts)
            .policy(
                RetryPolicy.builder()
                    .maxAttempts(2)
                    .initialBackoff(Duration.ZERO)
                    .maxBackoff(Duration.ZERO)
                    .build())
            .build();

    of.all()
        .keySet()
        .forEach(each -> Thrown.by(ArtifactException.class, () -> of.fetch(each, NOBODY)));

    assertThat(of.all()).hasSize(3);
  }

  @Test
  void urlsThatCannotBeRenewed() {
    platform.artifact(PlantedPlatform.failure(403));
    RunResults results = runs.get(PlantedRun.ID);
    for (RawResponse failure :
        new RawResponse[] {PlantedPlatform.failure(401), PlantedPlatform.garbage()}) {
      RunArtifacts of = RunArtifacts.builder(results, runs, artifacts).build();
      platform.run(failure);

      Thrown.by(
          RunResultsException.class, () -> of.fetch(of.all().keySet().iterator().next(), NOBODY));
    }
  }

  @Test
  void archivesOfWhatCannotBeHad() throws IOException {
    platform.artifact(PlantedPlatform.failure(403));

    SavedRun saved = archive().save(PlantedRun.ID, directory);

    assertThat(saved.missing()).hasSize(3);
    saved.missing().forEach(each -> Planted.isNotIn(each.toString(), "a missing artifact"));
    Planted.isNotIn(Files.readString(directory.resolve("manifest.json")), "manifest.json");
  }

  @Test
  void archivesThatCannotBeWritten() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    Thrown.by(ArchiveException.class, () -> archive().save(PlantedRun.ID, file));
    Thrown.by(ArchiveException.class, () -> archive().save(PlantedRun.ID, file.resolve("below")));
  }

  /**
   * Whoever keeps archives may put anything there, and what reads it quotes what it stumbles on.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "{\"format\": \"canary\", canary}",
        "[\"canary\"]",
        "{\"format\": [\"canary\"]}",
        "{\"session_id\": \"canary\", \"status\": canary}",
        """
        {"format": "cloudcruise-run-archive-1", "session_id": "run-of-leaks", "artifacts": [
          {"kind": "canary", "position": 0}]}""",
        """
        {"format": "cloudcruise-run-archive-1", "session_id": "run-of-leaks", "artifacts": [
          {"kind": "file", "position": "canary"}]}""",
        """
        {"format": "cloudcruise-run-archive-1", "session_id": "run-of-leaks", "artifacts": [
          {"kind": "file", "position": 0, "file": "files/a", "size": 1, "saved_at": "canary",
           "sha256": "0000000000000000000000000000000000000000000000000000000000000000"}]}"""
      })
  void archivesThatCannotBeRead(String garbage) throws IOException {
    archive().save(PlantedRun.ID, directory);
    for (String file : new String[] {"manifest.json", "results.json"}) {
      Files.write(directory.resolve(file), garbage.getBytes(UTF_8));

      Thrown.by(ArchiveException.class, () -> RunArchive.open(directory));
    }
  }
}
