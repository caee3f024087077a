package io.cloudcruise.cli;

import io.cloudcruise.core.model.SessionId;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Saves a run whole. */
@Command(
    name = "archive",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    customSynopsis = {
      "cloudcruise archive SESSION_ID --to DIR [OPTIONS]",
      "       cloudcruise archive --sandbox [SESSION_ID] --to DIR [OPTIONS]"
    },
    header = "Saves one run whole: results, artifacts, and a manifest.",
    description = {
      "%nKeeps the evidence of a run before it expires: results.json with secrets masked,"
          + " screenshots, recordings, files, and manifest.json with sources, sizes and SHA-256."
          + " Doing it again fetches what is missing or damaged, and changes nothing else.%n",
      "The API key is read from the environment variable CLOUDCRUISE_API_KEY."
    },
    parameterListHeading = "%n",
    optionListHeading = Help.OPTIONS,
    exitCodeListHeading = Help.EXIT_CODES,
    exitCodeList = {
      "0:all is there",
      "2:called in a way that makes no sense, or the directory cannot be used",
      "8:some artifacts could not be had; each is told on standard error",
      "others:as those of results"
    },
    footerHeading = Help.EXAMPLES,
    footer = {
      "  cloudcruise archive 4b1f3c52-8d07-4c1e-9a55-0f6de1a3c7b8 --to evidence",
      "  cloudcruise archive --sandbox --to evidence"
    })
final class ArchiveCommand implements Callable<Integer> {
  private final CliContext context;
  private final ArtifactSaver saver;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "The run's own directory; made if it does not exist.")
  private String to = "";

  @Mixin private final RunOptions options = new RunOptions();

  ArchiveCommand(CliContext context, ArtifactSaver saver) {
    this.context = context;
    this.saver = saver;
  }

  @Override
  public Integer call() {
    Path directory = ArtifactSaver.path(to);
    SessionId run = options.run();
    Platform platform = options.platform(context);
    return saver.tell(saver.save(platform, archive -> archive.save(run, directory)), to);
  }
}
