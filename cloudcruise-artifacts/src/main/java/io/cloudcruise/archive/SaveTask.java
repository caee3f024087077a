package io.cloudcruise.archive;

import io.cloudcruise.archive.Manifest.Entry;
import io.cloudcruise.core.artifact.ArtifactIdentity;
import io.cloudcruise.core.artifact.ArtifactKind;
import io.cloudcruise.core.artifact.FetchedArtifact;
import io.cloudcruise.core.artifact.RunArtifacts;
import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.RunResultsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** One saving of one run: several artifacts at a time, each on its own. */
final class SaveTask {
  private final Folder folder;
  private final RunResults results;
  private final Map<ArtifactIdentity, Artifact> saver;
  private final RunArtifacts artifacts;
  private final ManifestWriter notes;
  private final ArchiveListener listener;
  private final Clock clock;

  SaveTask(
      Folder folder,
      RunArtifacts artifacts,
      RunResults results,
      Map<ArtifactIdentity, Entry> known,
      ArchiveListener listener,
      Clock clock) {
    this.folder = folder;
    this.results = results;
    this.artifacts = artifacts;
    this.listener = listener;
    this.clock = clock;
    this.saver = ArtifactIdentity.in(results);
    this.notes = new ManifestWriter(folder, results.sessionId(), saver.keySet(), known, clock);
  }

  SavedRun run(Set<ArtifactKind> kinds, int atOnce) throws IOException {
    List<Task> tasks = tasks(kinds);
    listener.begin(tasks.size());
    ExecutorService workers = Executors.newFixedThreadPool(atOnce, SaveTask::worker);
    try {
      List<Future<SavedArtifact>> futures = tasks.stream().map(workers::submit).toList();
      List<SavedArtifact> saved = new ArrayList<>();
      for (Future<SavedArtifact> future : futures) {
        saved.add(future.get());
      }
      return new SavedRun(folder.root(), results, saved);
    } catch (InterruptedException woken) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(Optional.of(results.sessionId()));
    } catch (ExecutionException failure) {
      throw rethrown(failure);
    } finally {
      end(workers);
      notes.write();
    }
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(task, "cloudcruise-archive");
    thread.setDaemon(true);
    return thread;
  }

  private List<Task> tasks(Set<ArtifactKind> kinds) {
    Map<ArtifactKind, Integer> numbers = new EnumMap<>(ArtifactKind.class);
    List<Task> tasks = new ArrayList<>();
    saver.forEach(
        (identity, artifact) -> {
          int number = numbers.merge(identity.kind(), 1, Integer::sum);
          if (kinds.contains(identity.kind())) {
            tasks.add(new Task(identity, artifact, number));
          }
        });
    return tasks;
  }

  /** What fails here is a mistake of somebody's, not an artifact that cannot be had. */
  private static RuntimeException rethrown(ExecutionException failure) throws IOException {
    Throwable cause = failure.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof IOException unwritten) {
      throw unwritten;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }

  /** Waits for the workers, which leave no half a file behind. */
  private static void end(ExecutorService workers) {
    workers.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("an artifact could not be ended");
      }
    } catch (InterruptedException again) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** One artifact. */
  private final class Task implements Callable<SavedArtifact> {
    private final ArtifactIdentity identity;
    private final Artifact artifact;
    private final int number;

    Task(ArtifactIdentity identity, Artifact artifact, int number) {
      this.identity = identity;
      this.artifact = artifact;
      this.number = number;
    }

    @Override
    public SavedArtifact call() throws IOException {
      SavedArtifact saved = saved();
      notes.add(saved);
      listener.end(saved);
      return saved;
    }

    private SavedArtifact saved() {
      try {
        Optional<SavedFile> known = notes.file(identity);
        return with(known.isPresent() && isThere(known.get()) ? known.get() : fetched(known));
      } catch (ArtifactException failure) {
        return without(
            failure.reason() == Reason.INTERRUPTED, String.valueOf(failure.getMessage()));
      } catch (RunResultsException failure) {
        return without(
            failure instanceof CallInterruptedException,
            "its URL could not be renewed: " + failure.getMessage());
      } catch (IOException | UncheckedIOException failure) {
        return without(
            Thread.currentThread().isInterrupted(),
            "cannot be written: " + ArchiveException.reason(failure));
      }
    }

    private boolean isThere(SavedFile file) throws IOException {
      return folder.holds(file.path(), file.size(), file.sha256());
    }

    private SavedArtifact with(SavedFile file) {
      return new SavedArtifact(identity, artifact, Optional.of(file), Optional.empty());
    }

    /** An artifact whose saving was ended from elsewhere has not failed. */
    private SavedArtifact without(boolean interrupted, String failure) {
      if (interrupted) {
        throw new CancellationException();
      }
      return new SavedArtifact(identity, artifact, Optional.empty(), Optional.of(failure));
    }

    /** {@return it, fetched} What has a place in the archive already gets it back. */
    private SavedFile fetched(Optional<SavedFile> before) throws IOException {
      Path file = folder.temporary(FileNames.directory(identity.kind()));
      try {
        FetchedArtifact fetched = fetch(file);
        return new SavedFile(
            before.isPresent() ? restored(file, before.get()) : placed(file, fetched),
            fetched.url().toString(),
            fetched.size(),
            fetched.sha256(),
            fetched.mediaType(),
            clock.instant());
      } finally {
        Files.deleteIfExists(file);
      }
    }

    private String restored(Path file, SavedFile before) throws IOException {
      folder.restore(file, before.path());
      return before.path();
    }

    private String placed(Path file, FetchedArtifact fetched) throws IOException {
      String name = FileNames.of(artifact, number, fetched.mediaType());
      return folder.place(file, FileNames.directory(identity.kind()), name, fetched.sha256());
    }

    private FetchedArtifact fetch(Path file) throws IOException {
      try (FileReceiver receiver = new FileReceiver(file, identity, listener)) {
        return artifacts.fetch(identity, receiver);
      }
    }
  }
}
