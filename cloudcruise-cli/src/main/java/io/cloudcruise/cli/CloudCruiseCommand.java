package io.cloudcruise.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program without a command: tells what there is. */
@Command(
    name = "cloudcruise",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Shows what a CloudCruise browser-agent run produced.",
    optionListHeading = Help.OPTIONS,
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = Help.EXIT_CODES,
    exitCodeList = {
      "0:done; for results: retrieved, however the run ended",
      "1:anything unforeseen",
      "2:called in a way that makes no sense, or the platform does not accept the request",
      "3-13:see the help of each command, such as: cloudcruise results --help",
      "130:interrupted"
    },
    footerHeading = Help.EXAMPLES,
    footer = {
      "  cloudcruise results --sandbox         a demonstration, without a key",
      "  cloudcruise results SESSION_ID        one run of your workspace",
      "  cloudcruise archive SESSION_ID --to evidence",
      "  cloudcruise report SESSION_ID --to report.html",
      "  cloudcruise sandbox --port 8080       an API to try things on"
    })
final class CloudCruiseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "On standard error: stack traces, and what this version does not know.")
  private boolean verbose;

  boolean isVerbose() {
    return verbose;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
