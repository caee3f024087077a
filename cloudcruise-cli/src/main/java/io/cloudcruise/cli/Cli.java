package io.cloudcruise.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The whole program, but for the process around it. */
final class Cli {
  private Cli() {}

  /** {@return the exit code} */
  static int run(Surroundings surroundings, String... arguments) {
    CloudCruiseCommand root = new CloudCruiseCommand();
    Failures failures = new Failures(surroundings, root::isVerbose);
    try {
      return commandLine(root, surroundings, failures).execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError exhausted) {
      return failures.report(exhausted);
    }
  }

  private static CommandLine commandLine(
      CloudCruiseCommand root, Surroundings surroundings, Failures failures) {
    Evidence evidence = new Evidence(root, surroundings);
    return new CommandLine(root)
        .addSubcommand(new ResultsCommand(root, surroundings, failures))
        .addSubcommand(new DownloadCommand(surroundings, evidence))
        .addSubcommand(new ArchiveCommand(surroundings, evidence))
        .addSubcommand(new ReportCommand(surroundings, evidence))
        .addSubcommand(new SandboxCommand(surroundings))
        // An argument is never the name of a file to read arguments from.
        .setExpandAtFiles(false)
        .setUsageHelpWidth(Page.WIDTH)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(surroundings.colour() ? Ansi.ON : Ansi.OFF))
        .setOut(surroundings.writer(surroundings.out()))
        .setErr(surroundings.writer(surroundings.err()))
        .setParameterExceptionHandler((mistake, args) -> failures.report(mistake))
        .setExecutionExceptionHandler((failure, line, parsed) -> failures.report(failure));
  }
}
