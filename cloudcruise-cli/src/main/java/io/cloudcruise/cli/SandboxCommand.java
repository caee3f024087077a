package io.cloudcruise.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the sandbox until the program is ended. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    customSynopsis = "cloudcruise sandbox [--port PORT]",
    header = "Runs a CloudCruise API on this machine to try things on.",
    description = {
      "%nThe session id asked for chooses what it answers. It prints its URL, its keys, which are no secrets, and all"
          + " session ids. Ctrl-C ends it."
    },
    optionListHeading = Help.OPTIONS,
    exitCodeListHeading = Help.EXIT_CODES,
    exitCodeList = {
      "1:the port cannot be had, or anything unforeseen",
      "2:called in a way that makes no sense",
      "130:interrupted"
    },
    footerHeading = Help.EXAMPLES,
    footer = {"  cloudcruise sandbox", "  cloudcruise sandbox --port 8080"})
final class SandboxCommand implements Callable<Integer> {
  private final CliContext context;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = PortConverter.class,
      defaultValue = "0",
      description = "Where to listen, on loopback; 0, the default, is any free port.")
  private int port;

  SandboxCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return new SandboxSession(context).run(port);
  }
}
