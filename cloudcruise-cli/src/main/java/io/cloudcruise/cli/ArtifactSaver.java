package io.cloudcruise.cli;

import io.cloudcruise.archive.RunArchive;
import io.cloudcruise.archive.SavedArtifact;
import io.cloudcruise.archive.SavedFile;
import io.cloudcruise.archive.SavedRun;
import io.cloudcruise.core.port.DriftListener;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Saves what a run left behind, and tells how it goes and what is missing. */
final class ArtifactSaver {
  private final CloudCruiseCommand root;
  private final CliContext context;

  ArtifactSaver(CloudCruiseCommand root, CliContext context) {
    this.root = root;
    this.context = context;
  }

  static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException noPath) {
      throw new UsageException("there can be no file of the name given");
    }
  }

  SavedRun save(Platform platform, Function<RunArchive, SavedRun> saving) {
    DriftListener drift = root.isVerbose() ? new DriftReport(context) : DriftListener.NONE;
    try (SavingProgress progress = SavingProgress.on(context)) {
      return platform.ask(
          options -> options.driftListener(drift).timer(context.timer()),
          cloudCruise ->
              saving.apply(
                  RunArchive.builder(cloudCruise.runs(), cloudCruise.artifacts())
                      .clock(context.clock())
                      .listener(progress)
                      .build()));
    }
  }

  /** {@return the exit code} */
  int tell(SavedRun run, String where) {
    List<SavedFile> files =
        run.artifacts().stream().map(SavedArtifact::file).flatMap(Optional::stream).toList();
    String size = Bytes.words(files.stream().mapToLong(SavedFile::size).sum());
    String count = Counted.of(files.size(), "artifact", "artifacts");
    context.print(SafeText.line("%s, %s, in %s".formatted(count, size, where)) + "\n");
    return tellMissing(run);
  }

  /** {@return the exit code} */
  int tellMissing(SavedRun run) {
    run.missing().stream().map(MissingWords::of).map(SafeText::line).forEach(context::complain);
    return run.missing().isEmpty() ? ExitCode.RETRIEVED : ExitCode.ARTIFACTS_MISSING;
  }
}
