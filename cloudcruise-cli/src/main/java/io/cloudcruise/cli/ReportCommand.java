package io.cloudcruise.cli;

import io.cloudcruise.archive.RunArchive;
import io.cloudcruise.archive.SavedRun;
import io.cloudcruise.core.model.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a page of HTML of a run. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    customSynopsis = {
      "cloudcruise report SESSION_ID --to FILE [OPTIONS]",
      "       cloudcruise report --sandbox [SESSION_ID] --to FILE [OPTIONS]",
      "       cloudcruise report --archive DIR --to FILE"
    },
    header = "Makes a page to look at of one run.",
    description = {
      "%nWrites one file of HTML: outcome, timeline with the errors in place, output, screenshots,"
          + " recordings, files, and inputs with secrets masked. It holds no script and loads"
          + " nothing from elsewhere, so it may be mailed and opened offline.%n",
      "Artifacts are put into the file up to 50 MB in all. Of a run with more, the archive is kept"
          + " in a directory beside the file, FILE-archive, which the file refers to."
    },
    parameterListHeading = "%n",
    optionListHeading = Help.OPTIONS,
    exitCodeListHeading = Help.EXIT_CODES,
    exitCodeList = {
      "0:made, with all of the run's artifacts",
      "2:called in a way that makes no sense",
      "8:made, but some artifacts could not be had; each is told on standard error",
      "others:as those of results"
    },
    footerHeading = Help.EXAMPLES,
    footer = {
      "  cloudcruise report 4b1f3c52-8d07-4c1e-9a55-0f6de1a3c7b8 --to report.html",
      "  cloudcruise report --archive evidence --to report.html",
      "  cloudcruise report --sandbox --to report.html"
    })
final class ReportCommand implements Callable<Integer> {
  private final CliContext context;
  private final ArtifactSaver saver;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = "The file to write. If it exists, it is replaced.")
  private String to = "";

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      description = "Report on a run saved by the command archive. Asks nobody.")
  private @Nullable String archive;

  @Mixin private final RunOptions options = new RunOptions();

  ReportCommand(CliContext context, ArtifactSaver saver) {
    this.context = context;
    this.saver = saver;
  }

  @Override
  public Integer call() throws IOException {
    Path file = ArtifactSaver.path(to);
    if (Files.isDirectory(file)) {
      throw new UsageException("--to names a directory: name a file");
    }
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw new UsageException("the directory that --to names does not exist");
    }
    return archive == null ? ofPlatform(file) : ofArchive(file, archive);
  }

  private int ofArchive(Path file, String directory) throws IOException {
    if (options.areGiven()) {
      throw new UsageException(
          "--archive reads a saved run and asks nobody: leave out SESSION_ID and the options that"
              + " say whom to ask");
    }
    SavedRun run = RunArchive.open(ArtifactSaver.path(directory));
    Report.write(run, file, context.clock());
    return told(run, file);
  }

  /** The archive is made beside the report, and stays there only if the report refers to it. */
  private int ofPlatform(Path file) throws IOException {
    SessionId run = options.run();
    Path beside = file.resolveSibling(file.getFileName() + "-archive");
    boolean mine = !Files.exists(beside);
    boolean needed = true;
    try {
      Platform platform = options.platform(context);
      SavedRun saved = saver.save(platform, archived -> archived.save(run, beside));
      needed = Report.write(saved, file, context.clock());
      return told(saved, file);
    } finally {
      if (mine && !needed) {
        delete(beside);
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private int told(SavedRun run, Path file) throws IOException {
    context.print(SafeText.line("%s, %s".formatted(file, Bytes.words(Files.size(file)))) + "\n");
    return saver.tellMissing(run);
  }
}
