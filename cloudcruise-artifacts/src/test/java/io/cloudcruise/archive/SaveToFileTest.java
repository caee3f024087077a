package io.cloudcruise.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.artifact.FetchedArtifact;
import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.ArtifactException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One artifact as one file. */
class SaveToFileTest {
  private final ScriptedRun run = new ScriptedRun("a", "b");
  private final ScriptedStorage storage = new ScriptedStorage();
  private final RunArchive archive = RunArchive.builder(run, storage).build();
  private final RunResults results = run.get(ScriptedRun.ID);
  private final Artifact second = results.files().get(1);

  @TempDir private Path directory;

  @Test
  void savesTheArtifactAloneAndTellsItsSizeAndDigest() throws IOException {
    FetchedArtifact fetched = archive.saveTo(results, second, directory.resolve("b.txt"));

    assertThat(fetched.size()).isEqualTo("content of b".length());
    assertThat(fetched.sha256()).hasSize(64);
    assertThat(Tree.of(directory)).containsOnlyKeys("b.txt");
    assertThat(directory.resolve("b.txt")).hasContent("content of b");
    assertThat(storage.fetched()).containsExactly("b");
  }

  @Test
  void replacesAFileThatIsThere() throws IOException {
    Path file = Files.writeString(directory.resolve("b.txt"), "what was there before, and longer");

    archive.saveTo(results, second, file);

    assertThat(file).hasContent("content of b");
  }

  @Test
  void writesWhereALinkPointsTo() throws IOException {
    Path file = Files.writeString(directory.resolve("real.txt"), "before");
    Path link = Files.createSymbolicLink(directory.resolve("link.txt"), file);

    archive.saveTo(results, second, link);

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("content of b");
  }

  @Test
  void leavesWhatIsThereWhenTheArtifactCannotBeHad() throws IOException {
    Path file = Files.writeString(directory.resolve("b.txt"), "before");
    storage.fail("b");

    assertThatThrownBy(() -> archive.saveTo(results, second, file))
        .isInstanceOf(ArtifactException.class);

    assertThat(Tree.of(directory)).containsOnlyKeys("b.txt");
    assertThat(file).hasContent("before");
  }

  @Test
  void refusesADirectoryBeforeAnythingIsFetched() {
    assertThatThrownBy(() -> archive.saveTo(results, second, directory))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(directory + ": is there already, and is not a regular file");
    assertThat(storage.fetched()).isEmpty();
  }

  @Test
  void refusesADirectoryThatDoesNotExistBeforeAnythingIsFetched() {
    Path file = directory.resolve("new/b.txt");

    assertThatThrownBy(() -> archive.saveTo(results, second, file))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith(file + ": cannot be written");
    assertThat(storage.fetched()).isEmpty();
  }

  @Test
  void refusesAnArtifactOfAnotherRun() {
    Artifact other = new ScriptedRun("c").get(ScriptedRun.ANOTHER).files().get(0);

    assertThatThrownBy(() -> archive.saveTo(results, other, directory.resolve("c.txt")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the results name no such artifact");
  }
}
