package io.cloudcruise.cli;

/** Words that the help texts of all commands share. */
final class Help {
  static final String EXIT_CODES = "%nExit codes:%n";
  static final String EXAMPLES = "%nExamples:%n";
  static final String OPTIONS = "%nOptions:%n";

  private Help() {}
}
