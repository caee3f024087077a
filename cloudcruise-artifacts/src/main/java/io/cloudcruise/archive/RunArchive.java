package io.cloudcruise.archive;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.cloudcruise.archive.Manifest.Entry;
import io.cloudcruise.core.artifact.ArtifactIdentity;
import io.cloudcruise.core.artifact.ArtifactKind;
import io.cloudcruise.core.artifact.FetchedArtifact;
import io.cloudcruise.core.artifact.RunArtifacts;
import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.jackson.RunResultsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

// Longer than other files: a third of it are options, each with its Javadoc.
/**
 * Saves runs as directories, before their evidence expires. A directory holds
 *
 * <ul>
 *   <li>{@code results.json}: the results, as {@link RunResultsJson} writes them, secrets masked
 *       and URLs cut down to what opens nothing,
 *   <li>{@code screenshots}, {@code recordings}, {@code files}: the artifacts. Names from the
 *       platform are made safe and never lead out of the directory; two of one name both survive,
 *   <li>{@code manifest.json}: for each artifact where it came from, its size, SHA-256 and times,
 *       or why it could not be had.
 * </ul>
 *
 * <p>Saving again fetches what is missing or damaged, and changes nothing else. One artifact that
 * cannot be had costs none of the others. Links in the directory are not followed. Thread-safe, but
 * two must not save into one directory at once.
 */
public final class RunArchive {
  private static final String RESULTS = "results.json";
  private static final RunResultsJson JSON = RunResultsJson.create();

  private final RunResultsPort runs;
  private final ArtifactPort artifacts;
  private final ArchiveListener listener;
  private final int atOnce;
  private final long maxBytes;
  private final Duration deadline;
  private final Clock clock;

  private RunArchive(Builder from) {
    runs = from.runs;
    artifacts = from.artifacts;
    listener = from.listener;
    atOnce = from.atOnce;
    maxBytes = from.maxBytes;
    deadline = from.deadline;
    clock = from.clock;
  }

  /**
   * Starts from what is needed.
   *
   * @param runs retrieves the run, and once more if URLs have expired meanwhile
   * @param artifacts fetches
   * @return a builder with every option at its default
   */
  public static Builder builder(RunResultsPort runs, ArtifactPort artifacts) {
    return new Builder(runs, artifacts);
  }

  /**
   * Saves a run whole.
   *
   * @param run names it
   * @param directory where to; made if it does not exist
   * @return what has been saved, and what could not be had
   * @throws ArchiveException if the directory cannot be written to, or holds another run
   * @throws CallInterruptedException if the calling thread is interrupted; what is whole by then is
   *     kept
   * @throws RunResultsException if the run cannot be retrieved; nothing is written then
   */
  public SavedRun save(SessionId run, Path directory) {
    return save(run, directory, EnumSet.allOf(ArtifactKind.class), true);
  }

  /**
   * Saves artifacts of a run, without the results.
   *
   * @param run names it
   * @param directory where to; made if it does not exist
   * @param kinds which artifacts
   * @return what has been saved, and what could not be had
   * @throws ArchiveException if the directory cannot be written to, or holds another run
   * @throws CallInterruptedException if the calling thread is interrupted; what is whole by then is
   *     kept
   * @throws RunResultsException if the run cannot be retrieved; nothing is written then
   */
  public SavedRun saveArtifacts(SessionId run, Path directory, Set<ArtifactKind> kinds) {
    return save(run, directory, kinds, false);
  }

  /**
   * Saves one artifact as a file, with no archive around it. The file appears when it is whole,
   * readable by its owner alone, and takes the place of a file that is there; a link is followed.
   *
   * @param results the results that name the artifact
   * @param artifact one of their {@link RunResults#artifacts}
   * @param file where to, in a directory that exists
   * @return what is known of the artifact
   * @throws IllegalArgumentException if the results name no such artifact
   * @throws ArchiveException if the file cannot be written
   * @throws ArtifactException if the artifact cannot be had, or the calling thread is interrupted
   * @throws RunResultsException if its URL had to be renewed and the run could not be retrieved
   */
  public FetchedArtifact saveTo(RunResults results, Artifact artifact, Path file) {
    RunArtifacts all = artifactsOf(results);
    ArtifactIdentity identity =
        all.all().entrySet().stream()
            .filter(each -> each.getValue().equals(artifact))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the results name no such artifact"))
            .getKey();
    try {
      Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
      return fetch(all, identity, target);
    } catch (IOException | UncheckedIOException failure) {
      throw ArchiveException.of(file, "cannot be written", failure);
    }
  }

  private FetchedArtifact fetch(RunArtifacts all, ArtifactIdentity identity, Path file)
      throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new ArchiveException(file, "is there already, and is not a regular file", null);
    }
    Path part = Folder.temporaryIn(file.resolveSibling(""));
    try {
      FetchedArtifact fetched;
      try (FileReceiver receiver = new FileReceiver(part, identity, listener)) {
        fetched = all.fetch(identity, receiver);
      }
      Files.move(part, file, ATOMIC_MOVE, REPLACE_EXISTING);
      return fetched;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private SavedRun save(
      SessionId run, Path directory, Set<ArtifactKind> kinds, boolean withResults) {
    Folder folder = new Folder(directory);
    if (Files.exists(folder.root()) && !Files.isDirectory(folder.root())) {
      throw new ArchiveException(folder.root(), "is not a directory", null);
    }
    Map<ArtifactIdentity, Entry> known = Manifest.read(folder, run);
    RunResults results = runs.get(run);
    byte[] json = json(results);
    RunResults kept = JSON.read(json); // what whoever opens the archive gets
    try {
      folder.create();
      if (withResults) {
        folder.write(RESULTS, json);
      }
      return new SaveTask(folder, artifactsOf(results), kept, known, listener, clock)
          .run(kinds, atOnce);
    } catch (IOException | UncheckedIOException failure) {
      throw ArchiveException.of(folder.root(), "cannot be written to", failure);
    }
  }

  private RunArtifacts artifactsOf(RunResults results) {
    return RunArtifacts.builder(results, runs, artifacts)
        .maxBytes(maxBytes)
        .deadline(deadline)
        .clock(clock)
        .build();
  }

  private static byte[] json(RunResults results) {
    String json = JSON.write(results.withoutSignatures());
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Opens an archive. Nobody is asked; the files are not looked into.
   *
   * @param directory an archive's directory
   * @return the run in it
   * @throws ArchiveException if it is not the archive of a run
   */
  public static SavedRun open(Path directory) {
    Folder folder = new Folder(directory);
    RunResults results = results(folder);
    Map<ArtifactIdentity, Entry> known = Manifest.read(folder, results.sessionId());
    List<SavedArtifact> saved = new ArrayList<>();
    ArtifactIdentity.in(results)
        .forEach(
            (identity, artifact) -> {
              Entry entry = known.getOrDefault(identity, Entry.notSaved(identity));
              saved.add(saved(identity, artifact, entry));
            });
    return new SavedRun(folder.root(), results, saved);
  }

  private static RunResults results(Folder folder) {
    Path file = folder.root().resolve(RESULTS);
    try {
      byte[] json =
          folder
              .read(RESULTS)
              .orElseThrow(
                  () -> new ArchiveException(file, "does not exist: no archive of a run", null));
      return JSON.read(json);
    } catch (IOException | ContractViolationException unreadable) {
      throw ArchiveException.of(file, "cannot be read", unreadable);
    }
  }

  private static SavedArtifact saved(ArtifactIdentity identity, Artifact artifact, Entry entry) {
    return new SavedArtifact(
        identity,
        artifact,
        entry.file(),
        entry.file().isPresent()
            ? Optional.empty()
            : entry.failure().or(() -> Optional.of(SavedRun.NOT_SAVED)));
  }

  /** Options. Not thread-safe. */
  public static final class Builder {
    private static final int MOST_AT_ONCE = 64;

    private final RunResultsPort runs;
    private final ArtifactPort artifacts;
    private ArchiveListener listener = ArchiveListener.NONE;
    private int atOnce = 4;
    private long maxBytes = 4L << 30;
    private Duration deadline = Duration.ofMinutes(30);
    private Clock clock = Clock.systemUTC();

    private Builder(RunResultsPort runs, ArtifactPort artifacts) {
      this.runs = Objects.requireNonNull(runs, "runs");
      this.artifacts = Objects.requireNonNull(artifacts, "artifacts");
    }

    /**
     * Sets who hears how saving goes.
     *
     * @param value thread-safe; nobody by default
     * @return this builder
     */
    public Builder listener(ArchiveListener value) {
      listener = Objects.requireNonNull(value, "listener");
      return this;
    }

    /**
     * Sets how many artifacts are fetched at once, each by a thread of its own.
     *
     * @param value 1 to 64; 4 by default
     * @return this builder
     */
    public Builder atOnce(int value) {
      if (value < 1 || value > MOST_AT_ONCE) {
        throw new IllegalArgumentException("1 to 64 at once, not " + value);
      }
      atOnce = value;
      return this;
    }

    /**
     * Sets how large one artifact may be.
     *
     * @param value bytes; 4 GiB by default
     * @return this builder
     */
    public Builder maxBytes(long value) {
      if (value <= 0) {
        throw new IllegalArgumentException("maxBytes must be positive, is " + value);
      }
      maxBytes = value;
      return this;
    }

    /**
     * Sets how long one artifact may take.
     *
     * @param value positive; 30 minutes by default
     * @return this builder
     */
    public Builder deadline(Duration value) {
      if (value.isNegative() || value.isZero()) {
        throw new IllegalArgumentException("the deadline must be positive, is " + value);
      }
      deadline = value;
      return this;
    }

    /**
     * Sets the clock that expiries are held against, and that tells when something was saved.
     *
     * @param value the clock; the system's by default
     * @return this builder
     */
    public Builder clock(Clock value) {
      clock = Objects.requireNonNull(value, "clock");
      return this;
    }

    /** {@return the archive} */
    public RunArchive build() {
      return new RunArchive(this);
    }
  }
}
