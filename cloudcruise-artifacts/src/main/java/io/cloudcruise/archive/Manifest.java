package io.cloudcruise.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cloudcruise.core.artifact.ArtifactIdentity;
import io.cloudcruise.core.artifact.ArtifactKind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.Timestamp;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an archive holds: each artifact with where it is, or why it is missing. */
final class Manifest {
  static final String NAME = "manifest.json";
  private static final String FORMAT = "cloudcruise-run-archive-1";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectWriter WRITER = JSON.writer(printer());

  /** Whoever made the archive may be hostile: no way leads out of it, on no system. */
  private static final Pattern FILE_NAME =
      Pattern.compile("(?!\\.{1,2}$)[^/\\\\:\\p{Cntrl}]{1,255}");

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private Manifest() {}

  private static DefaultPrettyPrinter printer() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
    printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
    return printer;
  }

  /** What became of one artifact. */
  record Entry(ArtifactIdentity identity, Optional<SavedFile> file, Optional<String> failure) {
    static Entry notSaved(ArtifactIdentity identity) {
      return new Entry(identity, Optional.empty(), Optional.of(SavedRun.NOT_SAVED));
    }

    static Entry of(SavedArtifact saved) {
      return new Entry(saved.identity(), saved.file(), saved.failure());
    }
  }

  /** The document. */
  private record Document(
      @Nullable String format,
      @JsonProperty("session_id") @Nullable String sessionId,
      @Nullable List<@Nullable Line> artifacts) {}

  /** An entry in it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Line(
      String kind,
      @Nullable String timestamp,
      @Nullable String name,
      int position,
      @Nullable String file,
      @Nullable String source,
      @Nullable Long size,
      @Nullable String sha256,
      @JsonProperty("media_type") @Nullable String mediaType,
      @JsonProperty("saved_at") @Nullable String savedAt,
      @Nullable String failure) {

    static Line of(Entry entry) {
      ArtifactIdentity identity = entry.identity();
      SavedFile file = entry.file().orElse(null);
      return new Line(
          identity.kind().name().toLowerCase(Locale.ROOT),
          identity.timestamp().map(Timestamp::text).orElse(null),
          identity.name().orElse(null),
          identity.position(),
          file == null ? null : file.path(),
          file == null ? null : file.source(),
          file == null ? null : file.size(),
          file == null ? null : file.sha256(),
          file == null ? null : file.mediaType().orElse(null),
          file == null ? null : file.savedAt().toString(),
          entry.failure().orElse(null));
    }

    Entry entry() {
      ArtifactIdentity identity =
          new ArtifactIdentity(
              knownKind(),
              Optional.ofNullable(timestamp).map(Timestamp::new),
              Optional.ofNullable(name),
              position);
      return new Entry(identity, savedFile(), Optional.ofNullable(failure));
    }

    private ArtifactKind knownKind() {
      return ArtifactKind.valueOf(String.valueOf(kind).toUpperCase(Locale.ROOT));
    }

    /** Each kind has its directory, so that whoever has checked it knows where this is. */
    private boolean isPath(String file) {
      String directory = FileNames.directory(knownKind()) + "/";
      return file.startsWith(directory)
          && FILE_NAME.matcher(file.substring(directory.length())).matches();
    }

    private Optional<SavedFile> savedFile() {
      if (file == null || size == null || sha256 == null || savedAt == null) {
        return Optional.empty();
      }
      if (!isPath(file) || !SHA256.matcher(sha256).matches()) {
        throw new IllegalArgumentException("a file or its digest is not what an archive has");
      }
      return Optional.of(
          new SavedFile(
              file,
              source == null ? "" : source,
              size,
              sha256,
              Optional.ofNullable(mediaType),
              Instant.parse(savedAt)));
    }
  }

  /**
   * Reads the manifest of a run's archive.
   *
   * @return what it says of each artifact; nothing if there is no manifest
   * @throws ArchiveException if it is another run's, or cannot be read
   */
  static Map<ArtifactIdentity, Entry> read(Folder folder, SessionId run) {
    try {
      Optional<byte[]> bytes = folder.read(NAME);
      return bytes.isPresent()
          ? entries(checked(folder, run, JSON.readValue(bytes.get(), Document.class)))
          : Map.of();
    } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
      throw ArchiveException.of(folder.root().resolve(NAME), "cannot be read", unreadable);
    }
  }

  private static List<@Nullable Line> checked(
      Folder folder, SessionId run, @Nullable Document document) {
    if (document == null || !FORMAT.equals(document.format()) || document.artifacts() == null) {
      throw new ArchiveException(
          folder.root().resolve(NAME), "is not the manifest of a run's archive", null);
    }
    if (!run.value().equals(document.sessionId())) {
      throw new ArchiveException(
          folder.root(), "holds another run: choose a directory of this run's own", null);
    }
    return document.artifacts();
  }

  private static Map<ArtifactIdentity, Entry> entries(List<@Nullable Line> lines) {
    Map<ArtifactIdentity, Entry> entries = new LinkedHashMap<>();
    Set<String> paths = new HashSet<>();
    for (Line line : lines) {
      if (line == null) {
        throw new IllegalArgumentException("an artifact is null");
      }
      Entry entry = line.entry();
      if (!entry.file().map(SavedFile::path).map(SafeName::folded).map(paths::add).orElse(true)) {
        throw new IllegalArgumentException("two artifacts are one file");
      }
      entries.put(entry.identity(), entry);
    }
    return entries;
  }

  static void write(Folder folder, SessionId run, Map<ArtifactIdentity, Entry> entries)
      throws IOException {
    Document document =
        new Document(FORMAT, run.value(), entries.values().stream().map(Line::of).toList());
    folder.write(NAME, WRITER.writeValueAsBytes(document));
  }
}
