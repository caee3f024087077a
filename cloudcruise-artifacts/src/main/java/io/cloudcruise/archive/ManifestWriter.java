package io.cloudcruise.archive;

import io.cloudcruise.archive.Manifest.Entry;
import io.cloudcruise.core.artifact.ArtifactIdentity;
import io.cloudcruise.core.model.SessionId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has become of each artifact so far. The manifest follows it. Thread-safe. */
final class ManifestWriter {
  /** How much work a process that is killed may lose; what is lost is fetched again. */
  private static final Duration BETWEEN_MANIFESTS = Duration.ofSeconds(1);

  private final Folder folder;
  private final SessionId run;
  private final Clock clock;
  private final Map<ArtifactIdentity, Entry> entries = new LinkedHashMap<>();

  /** By its path, what the run has no more. */
  private final Map<String, ArtifactIdentity> formerOwners = new HashMap<>();

  private Instant written;

  /**
   * Begins with what is known. What the run has no more comes last; it is not forgotten.
   *
   * @param current what the run has, in its order
   * @param known what the manifest says
   */
  ManifestWriter(
      Folder folder,
      SessionId run,
      Set<ArtifactIdentity> current,
      Map<ArtifactIdentity, Entry> known,
      Clock clock) {
    this.folder = folder;
    this.run = run;
    this.clock = clock;
    this.written = clock.instant();
    for (ArtifactIdentity identity : current) {
      Entry entry = known.getOrDefault(identity, Entry.notSaved(identity));
      entry.file().map(SavedFile::path).ifPresent(folder::keep);
      entries.put(identity, entry);
    }
    known.forEach(this::addFormer);
  }

  private void addFormer(ArtifactIdentity identity, Entry entry) {
    if (entries.putIfAbsent(identity, entry) == null) {
      entry.file().map(SavedFile::path).ifPresent(path -> formerOwners.put(path, identity));
    }
  }

  /** {@return where an artifact is, according to the manifest} */
  synchronized Optional<SavedFile> file(ArtifactIdentity identity) {
    return Optional.ofNullable(entries.get(identity)).flatMap(Entry::file);
  }

  synchronized void add(SavedArtifact saved) throws IOException {
    saved.file().map(SavedFile::path).ifPresent(this::forgetFormerOwner);
    entries.put(saved.identity(), Entry.of(saved));
    Instant now = clock.instant();
    if (Duration.between(written, now).compareTo(BETWEEN_MANIFESTS) >= 0) {
      written = now;
      write();
    }
  }

  /** What the run has no more may have been this, under another time or name. */
  private void forgetFormerOwner(String path) {
    ArtifactIdentity former = formerOwners.remove(path);
    if (former != null) {
      entries.remove(former);
    }
  }

  synchronized void write() throws IOException {
    Manifest.write(folder, run, entries);
  }
}
