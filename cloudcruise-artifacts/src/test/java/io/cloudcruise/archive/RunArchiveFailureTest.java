package io.cloudcruise.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.artifact.ArtifactIdentity;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.RunNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunArchiveFailureTest {
  private static final int MAX_WAIT_SECONDS = 20;

  private final ScriptedRun run = new ScriptedRun("a", "b", "c");
  private final ScriptedStorage storage = new ScriptedStorage();
  private final RunArchive archive = RunArchive.builder(run, storage).build();
  private Path directory;

  @BeforeEach
  void chooseADirectory(@TempDir Path temporary) {
    directory = temporary;
  }

  private void assertNothingTemporary() throws IOException {
    assertThat(Tree.of(directory).keySet()).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void asManyAreFetchedAtOnceAsAllowedAndNoMore() {
    int atOnce = 3;
    CyclicBarrier together = new CyclicBarrier(atOnce);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    String[] names = IntStream.range(0, 4 * atOnce).mapToObj(n -> "f" + n).toArray(String[]::new);
    run.has(names);
    for (String name : names) {
      storage.script(
          name,
          (request, receiver) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            await(together);
            ScriptedStorage.serve(request, receiver);
            now.decrementAndGet();
          });
    }

    SavedRun saved =
        RunArchive.builder(run, storage).atOnce(atOnce).build().save(ScriptedRun.ID, directory);

    assertThat(saved.missing()).isEmpty();
    assertThat(most).hasValue(atOnce);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (Exception tooFew) {
      throw new IllegalStateException(tooFew);
    }
  }

  @Test
  void aUrlThatCannotBeRenewedIsAFailureOfItsArtifact() throws IOException {
    refuse("b");
    AtomicInteger asked = new AtomicInteger();
    RunArchive denied =
        RunArchive.builder(
                id -> {
                  if (asked.incrementAndGet() > 1) {
                    throw new RunNotFoundException(id);
                  }
                  return run.find(id);
                },
                storage)
            .build();

    SavedRun saved = denied.save(ScriptedRun.ID, directory);

    assertThat(saved.missing()).hasSize(1);
    assertThat(saved.missing().get(0).failure().get())
        .startsWith("its URL could not be renewed: run " + ScriptedRun.ID);
    assertThat(directory.resolve("files/c")).exists();
    assertNothingTemporary();
  }

  private void refuse(String key) {
    storage.script(
        key,
        (request, receiver) -> {
          throw new ArtifactException(Reason.REFUSED, request.url(), "", 403);
        });
  }

  @Test
  void aFullDiskIsAFailureOfTheArtifactThatDoesNotFit() throws IOException {
    storage.script(
        "b",
        (request, receiver) -> {
          throw new UncheckedIOException(new IOException("No space left on device"));
        });

    SavedRun saved = archive.save(ScriptedRun.ID, directory);

    assertThat(saved.missing().get(0).failure())
        .contains("cannot be written: IOException: No space left on device");
    assertThat(directory.resolve("files/c")).exists();
    assertNothingTemporary();
  }

  @Test
  void aPlaceThatIsTakenByADirectoryIsAFailureOfTheArtifact() throws IOException {
    archive.save(ScriptedRun.ID, directory);
    Files.delete(directory.resolve("files/b"));
    Files.createDirectories(directory.resolve("files/b/full"));

    SavedRun saved = archive.save(ScriptedRun.ID, directory);

    assertThat(saved.missing().get(0).failure().get())
        .startsWith("cannot be written: ")
        .doesNotContain(directory.toString());
    assertNothingTemporary();
  }

  @Test
  void theArtifactsOfManyKindsMayMakeTheirDirectoryAtOnce() {
    CyclicBarrier together = new CyclicBarrier(8);
    Folder folder = new Folder(directory);

    List<FutureTask<Path>> tasks =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    new FutureTask<>(
                        () -> {
                          await(together);
                          return folder.temporary("files");
                        }))
            .toList();
    tasks.forEach(task -> new Thread(task, "maker").start());

    assertThat(tasks).allSatisfy(task -> assertThat(task.get()).exists());
  }

  @Test
  void aMistakeOfAListenerEndsTheSavingAndLeavesNoHalfAFile() throws IOException {
    IllegalStateException mistake = new IllegalStateException("of the caller's");
    ArchiveListener listener =
        new ArchiveListener() {
          @Override
          public void progress(ArtifactIdentity artifact, long received, OptionalLong size) {
            if (received > 0 && artifact.name().equals(Optional.of("b"))) {
              throw mistake;
            }
          }
        };
    RunArchive listened = RunArchive.builder(run, storage).listener(listener).atOnce(1).build();

    assertThatThrownBy(() -> listened.save(ScriptedRun.ID, directory)).isSameAs(mistake);
    assertThat(Tree.of(directory)).containsKeys("files/a", "manifest.json");
    assertThat(Tree.of(directory)).doesNotContainKey("files/b");
    assertNothingTemporary();
  }

  @Test
  void interruptionKeepsWhatIsWholeAndTheNextSavingCompletesIt() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    storage.script("b", (request, receiver) -> hang(reached));
    RunArchive one = RunArchive.builder(run, storage).atOnce(1).build();
    FutureTask<Boolean> saving =
        new FutureTask<>(
            () -> {
              assertThatThrownBy(() -> one.save(ScriptedRun.ID, directory))
                  .isInstanceOf(CallInterruptedException.class);
              return Thread.currentThread().isInterrupted();
            });
    Thread caller = new Thread(saving, "caller");
    caller.start();
    assertThat(reached.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();

    caller.interrupt();

    assertThat(saving.get(5, TimeUnit.SECONDS)).as("the interrupt flag").isTrue();
    assertThat(Tree.of(directory)).containsOnlyKeys("files/a", "manifest.json", "results.json");
    storage.heal("b");
    storage.fetched();
    assertThat(one.save(ScriptedRun.ID, directory).missing()).isEmpty();
    assertThat(storage.fetched()).containsExactly("b", "c");
  }

  private static void hang(CountDownLatch reached) {
    reached.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new ArtifactException(Reason.INTERRUPTED, "");
    }
  }
}
