package io.cloudcruise.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The whole program, but for the process around it. */
final class Cli {
  private Cli() {}

  /** {@return the exit code} */
  static int run(CliContext context, String... arguments) {
    CloudCruiseCommand root = new CloudCruiseCommand();
    Failures failures = new Failures(context, root::isVerbose);
    try {
      return commandLine(root, context, failures).execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError exhausted) {
      return failures.report(exhausted);
    }
  }

  private static CommandLine commandLine(
      CloudCruiseCommand root, CliContext context, Failures failures) {
    ArtifactSaver saver = new ArtifactSaver(root, context);
    return new CommandLine(root)
        .addSubcommand(new ResultsCommand(root, context, failures))
        .addSubcommand(new DownloadCommand(context, saver))
        .addSubcommand(new ArchiveCommand(context, saver))
        .addSubcommand(new ReportCommand(context, saver))
        .addSubcommand(new SandboxCommand(context))
        // An argument is never the name of a file to read arguments from.
        .setExpandAtFiles(false)
        .setUsageHelpWidth(Page.WIDTH)
        .setColorScheme(CommandLine.Help.defaultColorScheme(context.colour() ? Ansi.ON : Ansi.OFF))
        .setOut(context.writer(context.out()))
        .setErr(context.writer(context.err()))
        .setParameterExceptionHandler((mistake, args) -> failures.report(mistake))
        .setExecutionExceptionHandler((failure, line, parsed) -> failures.report(failure));
  }
}
