package io.cloudcruise.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.artifact.ArtifactKind;
import io.cloudcruise.core.port.RunNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunArchiveTest {
  private final ScriptedRun run = new ScriptedRun("a", "b", "c");
  private final ScriptedStorage storage = new ScriptedStorage();
  private final RunArchive archive = RunArchive.builder(run, storage).build();
  private Path directory;

  @BeforeEach
  void chooseADirectory(@TempDir Path temporary) {
    directory = temporary.resolve("new/archive");
  }

  private SavedRun save() {
    return archive.save(ScriptedRun.ID, directory);
  }

  /** Sets all times far back, so that whatever is written again shows. */
  private Map<String, String> aged() throws IOException {
    for (String file : Tree.of(directory).keySet()) {
      Files.setLastModifiedTime(directory.resolve(file), FileTime.from(Instant.EPOCH));
    }
    return Tree.of(directory);
  }

  private static Optional<String> path(SavedRun saved, int artifact) {
    return saved.artifacts().get(artifact).file().map(SavedFile::path);
  }

  @Test
  void aRunIsSavedWithItsFilesAndNothingElse() throws IOException {
    SavedRun saved = save();

    assertThat(saved.missing()).isEmpty();
    assertThat(saved.directory()).isEqualTo(directory.toAbsolutePath());
    assertThat(Tree.of(directory))
        .containsOnlyKeys("files/a", "files/b", "files/c", "manifest.json", "results.json");
    assertThat(directory.resolve("files/b")).hasContent("content of b");
  }

  @Test
  void openingGivesBackWhatSavingReturned() {
    storage.fail("b");
    SavedRun saved = save();

    assertThat(RunArchive.open(directory)).isEqualTo(saved);
  }

  @Test
  void noFileAndNoResultHoldsASignature() throws IOException {
    storage.fail("b");
    SavedRun saved = save();

    assertThat(Tree.of(directory).values())
        .noneMatch(content -> content.contains("canary") || content.contains("Signature"));
    assertThat(saved.results().files())
        .allMatch(file -> !file.url().get().reveal().contains("canary"));
    assertThat(saved.artifacts())
        .allMatch(artifact -> !artifact.artifact().url().get().reveal().contains("canary"));
  }

  @Test
  void savingAgainChangesAndFetchesNothing() throws IOException {
    SavedRun first = save();
    Map<String, String> before = aged();
    storage.fetched();

    SavedRun second = save();

    assertThat(storage.fetched()).isEmpty();
    assertThat(Tree.of(directory)).isEqualTo(before);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void deletedCutAndChangedFilesAreFetchedAgainToTheSamePlace() throws IOException {
    run.has("a", "b", "c", "d");
    save();
    Map<String, String> before = aged();
    storage.fetched();
    Files.delete(directory.resolve("files/a"));
    Files.writeString(directory.resolve("files/b"), "content");
    Files.writeString(directory.resolve("files/c"), "content of x");

    SavedRun saved = save();

    assertThat(storage.fetched()).containsExactly("a", "b", "c");
    assertThat(saved.artifacts())
        .extracting(artifact -> artifact.file().get().path())
        .containsExactly("files/a", "files/b", "files/c", "files/d");
    assertThat(Tree.of(directory)).containsOnlyKeys(before.keySet());
    assertThat(Tree.of(directory).get("files/d")).isEqualTo(before.get("files/d"));
    assertThat(directory.resolve("files/c")).hasContent("content of c");
  }

  @Test
  void aLostManifestMakesNoSecondCopies() throws IOException {
    run.has(ScriptedRun.file("same", "a"), ScriptedRun.file("same", "b"));
    save();
    Map<String, String> before = aged();
    Files.delete(directory.resolve("manifest.json"));

    SavedRun saved = save();

    assertThat(saved.missing()).isEmpty();
    assertThat(Tree.of(directory)).containsOnlyKeys(before.keySet());
    assertThat(Tree.of(directory).get("files/same")).isEqualTo(before.get("files/same"));
  }

  @Test
  void foreignFilesAreNotOverwritten() throws IOException {
    Files.createDirectories(directory.resolve("files"));
    Files.writeString(directory.resolve("files/a"), "mine");

    SavedRun saved = save();

    assertThat(path(saved, 0)).contains("files/a (2)");
    assertThat(directory.resolve("files/a")).hasContent("mine");
  }

  @Test
  void twoOfOneNameBothSurviveWhateverTheCase() throws IOException {
    run.has(
        ScriptedRun.file("R\u00e9port.PDF", "a"),
        ScriptedRun.file("re\u0301port.pdf", "b"),
        ScriptedRun.file("R\u00e9port.PDF", "c"));

    SavedRun saved = save();

    assertThat(saved.artifacts())
        .extracting(artifact -> SafeName.folded(artifact.file().get().path()))
        .containsExactlyInAnyOrder(
            "files/r\u00e9port.pdf", "files/r\u00e9port (2).pdf", "files/r\u00e9port (3).pdf");
    for (int place = 0; place < 3; place++) {
      assertThat(directory.resolve(path(saved, place).get()))
          .hasContent("content of " + "abc".charAt(place));
    }
  }

  @Test
  void oneThatFailsCostsNoOtherAndIsTriedAgain() throws IOException {
    storage.fail("b");

    SavedRun first = save();

    assertThat(first.missing()).hasSize(1);
    assertThat(first.missing().get(0).failure())
        .contains("artifact https://storage.example/b?***: it is larger than allowed");
    assertThat(directory.resolve("files/c")).hasContent("content of c");
    assertThat(Files.readString(directory.resolve("manifest.json"))).contains("it is larger");
    storage.heal("b");
    storage.fetched();
    assertThat(save().missing()).isEmpty();
    assertThat(storage.fetched()).containsExactly("b");
    assertThat(Files.readString(directory.resolve("manifest.json"))).doesNotContain("failure");
  }

  @Test
  void aFailureChangesNothingOnceItIsNoted() throws IOException {
    storage.fail("b");
    save();
    Map<String, String> before = aged();

    save();

    assertThat(Tree.of(directory)).isEqualTo(before);
  }

  @Test
  void artifactsThatTheRunHasGainedAreAdded() {
    run.has("b");
    save();
    storage.fetched();
    run.has("a", "b", "c");

    assertThat(save().artifacts()).hasSize(3);
    assertThat(storage.fetched()).containsExactly("a", "c");
  }

  @Test
  void artifactsThatTheRunHasLostAreKeptAndListed() throws IOException {
    save();
    run.has("b");

    assertThat(save().artifacts()).hasSize(1);
    assertThat(directory.resolve("files/a")).hasContent("content of a");
    storage.fetched();
    run.has("a", "b", "c");
    assertThat(save().missing()).isEmpty();
    assertThat(storage.fetched()).isEmpty();
  }

  @Test
  void onlyTheKindsAskedForComeWithoutResults() throws IOException {
    SavedRun none =
        archive.saveArtifacts(ScriptedRun.ID, directory, EnumSet.of(ArtifactKind.RECORDING));
    SavedRun files =
        archive.saveArtifacts(ScriptedRun.ID, directory, EnumSet.of(ArtifactKind.FILE));

    assertThat(none.artifacts()).isEmpty();
    assertThat(files.artifacts()).hasSize(3);
    assertThat(Tree.of(directory))
        .containsOnlyKeys("files/a", "files/b", "files/c", "manifest.json");
    assertThatThrownBy(() -> RunArchive.open(directory))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("results.json: does not exist");
  }

  @Test
  void aRunThatDoesNotExistLeavesNothing() {
    RunArchive empty = RunArchive.builder(id -> Optional.empty(), storage).build();

    assertThatThrownBy(() -> empty.save(ScriptedRun.ID, directory))
        .isInstanceOf(RunNotFoundException.class);
    assertThat(directory).doesNotExist();
  }

  @Test
  void anotherRunsDirectoryIsRefusedBeforeAnybodyIsAsked() throws IOException {
    save();
    Map<String, String> before = aged();
    int asked = run.asked();

    assertThatThrownBy(() -> archive.save(ScriptedRun.ANOTHER, directory))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("holds another run");
    assertThat(run.asked()).isEqualTo(asked);
    assertThat(Tree.of(directory)).isEqualTo(before);
  }

  @Test
  void aFileIsNoDirectory() throws IOException {
    Files.createDirectories(directory.getParent());
    Files.writeString(directory, "mine");

    assertThatThrownBy(this::save)
        .isInstanceOf(ArchiveException.class)
        .hasMessage(directory + ": is not a directory");
    assertThat(run.asked()).isZero();
  }

  @Test
  void aLostFileIsRestoredToItsPlaceThoughAnotherOfItsNameComesFirst() throws IOException {
    run.has(ScriptedRun.file("same", "a"));
    save();
    Files.delete(directory.resolve("files/same"));
    run.has(ScriptedRun.file("same", "b", "later"), ScriptedRun.file("same", "a"));

    SavedRun saved =
        RunArchive.builder(run, storage).atOnce(1).build().save(ScriptedRun.ID, directory);

    assertThat(path(saved, 0)).contains("files/same (2)");
    assertThat(path(saved, 1)).contains("files/same");
    assertThat(directory.resolve("files/same")).hasContent("content of a");
  }
}
