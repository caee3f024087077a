package io.cloudcruise.cli;

import io.cloudcruise.core.artifact.ArtifactKind;
import io.cloudcruise.core.model.SessionId;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Saves a run's artifacts. */
@Command(
    name = "download",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    customSynopsis = {
      "cloudcruise download SESSION_ID --to DIR [OPTIONS]",
      "       cloudcruise download --sandbox [SESSION_ID] --to DIR [OPTIONS]"
    },
    header = "Saves the artifacts of one run.",
    description = {
      "%nSaves screenshots, recordings and files, each kind in a directory of its own, and"
          + " manifest.json with sources, sizes and SHA-256. Doing it again fetches what is missing"
          + " or damaged, and changes nothing else.%n",
      "The API key is read from the environment variable CLOUDCRUISE_API_KEY. Storage never gets"
          + " it."
    },
    parameterListHeading = "%n",
    optionListHeading = Help.OPTIONS,
    exitCodeListHeading = Help.EXIT_CODES,
    exitCodeList = {
      "0:all that was asked for is there",
      "2:called in a way that makes no sense, or the directory cannot be used",
      "8:some artifacts could not be had; each is told on standard error",
      "others:as those of results"
    },
    footerHeading = Help.EXAMPLES,
    footer = {
      "  cloudcruise download 4b1f3c52-8d07-4c1e-9a55-0f6de1a3c7b8 --to evidence",
      "  cloudcruise download --sandbox --only files,recordings --to evidence"
    })
final class DownloadCommand implements Callable<Integer> {
  /** What --only takes, in the words of the directories. */
  enum Kind {
    screenshots(ArtifactKind.SCREENSHOT),
    recordings(ArtifactKind.RECORDING),
    files(ArtifactKind.FILE);

    private final ArtifactKind kind;

    Kind(ArtifactKind kind) {
      this.kind = kind;
    }
  }

  private final CliContext context;
  private final ArtifactSaver saver;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "The run's own directory; made if it does not exist.")
  private String to = "";

  @Option(
      names = "--only",
      paramLabel = "KIND",
      split = ",",
      description = "Save only ${COMPLETION-CANDIDATES}; may be given several times.")
  private Set<Kind> only = EnumSet.allOf(Kind.class);

  @Mixin private final RunOptions options = new RunOptions();

  DownloadCommand(CliContext context, ArtifactSaver saver) {
    this.context = context;
    this.saver = saver;
  }

  @Override
  public Integer call() {
    Path directory = ArtifactSaver.path(to);
    SessionId run = options.run();
    Set<ArtifactKind> kinds = EnumSet.noneOf(ArtifactKind.class);
    only.forEach(each -> kinds.add(each.kind));
    Platform platform = options.platform(context);
    return saver.tell(
        saver.save(platform, archive -> archive.saveArtifacts(run, directory, kinds)), to);
  }
}
