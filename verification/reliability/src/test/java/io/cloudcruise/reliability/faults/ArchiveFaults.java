package io.cloudcruise.reliability.faults;

import static io.cloudcruise.reliability.faults.Again.NO;
import static io.cloudcruise.reliability.faults.Again.RENEWED;
import static io.cloudcruise.reliability.faults.Expected.atOnce;
import static io.cloudcruise.reliability.faults.Expected.byDeadline;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.cloudcruise.archive.RunArchive;
import io.cloudcruise.archive.SavedRun;
import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.rigs.RawResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What storage and the disk may do to whoever saves a run that has one artifact. */
final class ArchiveFaults {
  private static final String MANIFEST = "manifest.json";
  private static final String RESULTS = "results.json";
  private static final Trouble.Source GOOD =
      Trouble.responding(RawResponse.status(200).body(ArtifactTrial.BYTES));
  private static final String WHOLE = "saved: files/a, manifest.json, results.json";
  private static final String WITHOUT = "1 missing: manifest.json, results.json";
  private static final Expected WITHOUT_IT = atOnce(WITHOUT, NO);
  private static final Expected REFUSED = atOnce("ArchiveException", NO);
  private static final int BLOCK_BYTES = 1_000;
  private static final Trouble.Source LARGE =
      Trouble.responding(RawResponse.status(200).body("x".repeat(BLOCK_BYTES + 1)));
  private static final Disk EMPTY = () -> Files.createTempDirectory("archive");

  private ArchiveFaults() {}

  /** Where an archive is to be kept, with what it meets there. */
  private interface Disk {
    Path directory() throws IOException;
  }

  static Stream<Row> rows() {
    return Stream.of(ofStorage(), ofRuns(), ofDisks()).flatMap(rows -> rows);
  }

  private static Stream<Row> ofStorage() {
    String half = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf";
    Expected late = byDeadline(WITHOUT, NO);
    Expected renewed = atOnce(WITHOUT, RENEWED).after(2);
    return Stream.of(
        row("all is well", GOOD, atOnce(WHOLE, NO)),
        row("artifact refused", responding(403), renewed),
        row("artifact no longer there", responding(404), renewed),
        row("artifact stalls half way", Trouble.stalled(half), late),
        row("artifact is a redirect to a file", responding(302), WITHOUT_IT));
  }

  private static Trouble.Source responding(int status) {
    RawResponse response = RawResponse.status(status).header("Location", "file:///canary");
    return Trouble.responding(response.body("canary"));
  }

  private static Stream<Row> ofRuns() {
    RunResultsPort denied =
        run -> {
          throw new AccessDeniedException(Optional.of(run), 401);
        };
    RunResultsPort unknown = run -> Optional.empty();
    return Stream.of(
        row("run refused", denied, atOnce("AccessDeniedException", NO).after(0)),
        row("run unknown", unknown, atOnce("RunNotFoundException", NO).after(0)));
  }

  private static Stream<Row> ofDisks() {
    String other = "{\"format\":\"cloudcruise-run-archive-1\",\"session_id\":\"canary\"}";
    return Stream.of(
        row("directory is a file", () -> Files.createTempFile("archive", ".txt")),
        row("manifest is no JSON", file(MANIFEST, "canary")),
        row("manifest is cut off", file(MANIFEST, other.substring(0, 40))),
        row("manifest nests 100,000 deep", file(MANIFEST, "[".repeat(100_000))),
        row("manifest of another run", file(MANIFEST, other)),
        row("manifest is a directory", folder(MANIFEST)),
        row("results.json is a directory", folder(RESULTS)),
        row("disk is full", small(0)),
        row("disk has no room for the manifest", GOOD, small(2), REFUSED),
        row("disk has no room for the artifact", LARGE, small(2), WITHOUT_IT));
  }

  private static Disk file(String name, String text) {
    return () -> {
      Path directory = EMPTY.directory();
      Files.writeString(directory.resolve(name), text);
      return directory;
    };
  }

  private static Disk folder(String name) {
    return () -> {
      Path directory = EMPTY.directory();
      Files.writeString(Files.createDirectory(directory.resolve(name)).resolve("x"), "canary");
      return directory;
    };
  }

  /**
   * A disk in memory. Results, the artifact and the manifest take a block each; the byte more is
   * there because no disk may have none.
   */
  private static Disk small(int blocks) {
    Configuration small =
        Configuration.unix().toBuilder()
            .setBlockSize(BLOCK_BYTES)
            .setMaxSize((long) blocks * BLOCK_BYTES + 1)
            .build();
    return () -> Jimfs.newFileSystem(small).getPath("archive");
  }

  private static Row row(String fault, Trouble.Source source, Expected expected) {
    return row(fault, source, EMPTY, expected);
  }

  private static Row row(String fault, Disk disk) {
    return row(fault, GOOD, disk, REFUSED.after(0));
  }

  private static Row row(String fault, RunResultsPort runs, Expected expected) {
    return new Row(
        "archive", fault, expected, within -> observe(GOOD, Optional.of(runs), EMPTY, within));
  }

  private static Row row(String fault, Trouble.Source source, Disk disk, Expected expected) {
    return new Row(
        "archive", fault, expected, within -> observe(source, Optional.empty(), disk, within));
  }

  private static Observed observe(
      Trouble.Source source, Optional<RunResultsPort> runs, Disk disk, Within within)
      throws Exception {
    Path directory = disk.directory();
    AtomicInteger retrievals = new AtomicInteger();
    try (Trouble trouble = source.make();
        var adapter = ArtifactTrial.adapter(trouble)) {
      RunResultsPort good = run -> Optional.of(ArtifactTrial.results(trouble.baseUrl()));
      RunResultsPort counted =
          run -> {
            retrievals.incrementAndGet();
            return runs.orElse(good).find(run);
          };
      RunArchive archive = RunArchive.builder(counted, adapter).deadline(within.deadline()).build();
      Ending ending = Ending.of(() -> saved(archive, directory));
      Again again = retrievals.get() > 1 ? RENEWED : NO;
      return new Observed(ending.words(), ending.took(), trouble.requests(), again);
    } finally {
      delete(directory);
    }
  }

  private static String saved(RunArchive archive, Path directory) throws IOException {
    SavedRun saved = archive.save(RunTrial.RUN, directory);
    int missing = saved.missing().size();
    return (missing == 0 ? "saved: " : missing + " missing: ") + files(directory);
  }

  private static String files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return; // nothing was saved
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
