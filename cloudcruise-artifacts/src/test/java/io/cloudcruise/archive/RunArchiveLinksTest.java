package io.cloudcruise.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has put links into the directory, to lead the archive out of it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "making links needs a privilege")
class RunArchiveLinksTest {
  private final ScriptedStorage storage = new ScriptedStorage();
  private final RunArchive archive = RunArchive.builder(new ScriptedRun("a"), storage).build();
  private Path outside;
  private Path directory;

  @BeforeEach
  void makeBoth(@TempDir Path temporary) throws IOException {
    outside = Files.createDirectories(temporary.resolve("outside"));
    directory = Files.createDirectories(temporary.resolve("archive"));
    Files.writeString(outside.resolve("a"), "content of a");
  }

  private SavedRun save() {
    return archive.save(ScriptedRun.ID, directory);
  }

  @Test
  void aDirectoryThatIsALinkIsRefusedBeforeAnythingIsFetched() throws IOException {
    Files.createSymbolicLink(directory.resolve("files"), outside);
    Map<String, String> before = Tree.of(outside);

    assertThatThrownBy(this::save)
        .isInstanceOf(ArchiveException.class)
        .hasMessageEndingWith("files: is in the way: it must be a directory");
    assertThat(storage.fetched()).isEmpty();
    assertThat(Tree.of(outside)).isEqualTo(before);
  }

  @Test
  void aDirectoryThatHasBecomeALinkDoesNotHoldAnything() throws IOException {
    save();
    Files.delete(directory.resolve("files/a"));
    Files.delete(directory.resolve("files"));
    Files.createSymbolicLink(directory.resolve("files"), outside);

    assertThatThrownBy(this::save).isInstanceOf(ArchiveException.class);
  }

  @Test
  void aFileThatIsALinkIsLeftAloneAndAnotherNameTaken() throws IOException {
    Files.createDirectory(directory.resolve("files"));
    Files.createSymbolicLink(directory.resolve("files/a"), outside.resolve("a"));
    Map<String, String> before = Tree.of(outside);

    SavedRun saved = save();

    assertThat(saved.artifacts().get(0).file().get().path()).isEqualTo("files/a (2)");
    assertThat(Tree.of(outside)).isEqualTo(before);
  }

  @Test
  void aFileThatHasBecomeALinkIsAFileAgain() throws IOException {
    save();
    Files.delete(directory.resolve("files/a"));
    Files.createSymbolicLink(directory.resolve("files/a"), outside.resolve("a"));
    Map<String, String> before = Tree.of(outside);

    save();

    assertThat(directory.resolve("files/a")).isRegularFile();
    assertThat(Files.isSymbolicLink(directory.resolve("files/a"))).isFalse();
    assertThat(Tree.of(outside)).isEqualTo(before);
  }

  @Test
  void resultsThatAreALinkAreWrittenInItsPlace() throws IOException {
    Files.createSymbolicLink(directory.resolve("results.json"), outside.resolve("a"));
    Map<String, String> before = Tree.of(outside);

    save();

    assertThat(Files.isSymbolicLink(directory.resolve("results.json"))).isFalse();
    assertThat(Tree.of(outside)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "results.json"})
  void aLinkInTheArchiveIsNotRead(String name) throws IOException {
    save();
    Files.move(directory.resolve(name), outside.resolve(name));
    Files.createSymbolicLink(directory.resolve(name), outside.resolve(name));

    assertThatThrownBy(() -> RunArchive.open(directory))
        .isInstanceOf(ArchiveException.class)
        .hasMessageEndingWith(name + ": is not a regular file");
  }

  @Test
  void aManifestThatIsALinkIsRefusedBeforeAnythingIsFetched() throws IOException {
    Files.createSymbolicLink(directory.resolve("manifest.json"), outside.resolve("nothing"));

    assertThatThrownBy(this::save).isInstanceOf(ArchiveException.class);
    assertThat(storage.fetched()).isEmpty();
    assertThat(outside.resolve("nothing")).doesNotExist();
  }

  @Test
  void aLinkGivenAsTheDirectoryIsFollowed() throws IOException {
    Path link = Files.createSymbolicLink(outside.resolve("link"), directory);

    archive.save(ScriptedRun.ID, link);

    assertThat(directory.resolve("files/a")).hasContent("content of a");
  }
}
