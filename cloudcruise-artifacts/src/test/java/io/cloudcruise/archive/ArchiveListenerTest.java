package io.cloudcruise.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.artifact.ArtifactIdentity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveListenerTest {
  private final List<String> heard = new ArrayList<>();
  private final ArchiveListener listener =
      new ArchiveListener() {
        @Override
        public void begin(int artifacts) {
          heard.add("begin " + artifacts);
        }

        @Override
        public void progress(ArtifactIdentity artifact, long received, OptionalLong size) {
          heard.add(artifact.name().orElseThrow() + " " + received + "/" + size.orElseThrow());
        }

        @Override
        public void end(SavedArtifact artifact) {
          heard.add("end " + artifact.identity().name().orElseThrow());
        }
      };

  private static void save(ArchiveListener listener, Path directory) {
    RunArchive.builder(new ScriptedRun("a", "b"), new ScriptedStorage())
        .listener(listener)
        .atOnce(1)
        .build()
        .save(ScriptedRun.ID, directory);
  }

  @Test
  void hearsOfEachArtifactFromItsBeginningToItsEnd(@TempDir Path directory) {
    save(listener, directory);

    assertThat(heard)
        .containsExactly("begin 2", "a 0/12", "a 12/12", "end a", "b 0/12", "b 12/12", "end b");
  }

  @Test
  void isCalledByThreadsThatKeepNoProcessAlive(@TempDir Path directory) {
    List<Boolean> daemons = new ArrayList<>();
    ArchiveListener asking =
        new ArchiveListener() {
          @Override
          public void end(SavedArtifact artifact) {
            daemons.add(Thread.currentThread().isDaemon());
          }
        };

    save(asking, directory);

    assertThat(daemons).containsExactly(true, true);
  }
}
