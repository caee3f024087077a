package io.cloudcruise.cli;

/** Starts the {@code cloudcruise} program. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments the command, its options and its parameters
   */
  public static void main(String[] arguments) {
    System.exit(Cli.run(CliContext.ofProcess(), arguments));
  }
}
